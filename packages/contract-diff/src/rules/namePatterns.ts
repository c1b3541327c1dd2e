import { declaredNames, rest } from '../contain/properties';
import { Mode, Norm, ObjectFacet } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { findWord } from '../pattern';

/** A pattern of names that one side alone speaks of. */
export interface NamePattern {
  pattern: string;
  /** A name that it is about. */
  name: string;
}

function patternsOf(norm: Norm): string[] {
  return norm.objects.flatMap(facet => facet.patterns.map(([pattern]) => pattern));
}

/** Patterns under which one side invites names and the other says nothing about some of them. */
export function patternsBeyond(space: Schemas, from: Norm, other: Norm, mode: Mode): NamePattern[] {
  const known = patternsOf(other);
  const found: NamePattern[] = [];
  for (const [pattern, ref] of from.objects.flatMap(facet => facet.patterns)) {
    if (known.includes(pattern) || space.norm(ref, mode).types === 0) continue;
    const left = findWord({ inside: [pattern], outside: known });
    if (left.kind === 'none') continue;
    const word = left.kind === 'word' ? left : findWord({ inside: [pattern] });
    found.push({ pattern, name: word.kind === 'word' ? word.word : pattern });
  }
  return found;
}

/**
 * What a schema says about names that nobody declares, and nothing else: the ones that are declared on either side, or
 * matched by patterns of the other side beside the one in question, are judged for themselves.
 */
export function aboutUndeclared(space: Schemas, strict: Norm, other: Norm, pattern: string): ObjectFacet {
  const names = [...declaredNames(strict), ...declaredNames(other)];
  const beside = patternsOf(other).filter(text => text !== pattern);
  return {
    properties: new Map(names.map(name => [name, space.any])),
    patterns: [
      ...strict.objects.flatMap(facet => facet.patterns),
      ...beside.map(text => [text, space.any] as const),
    ],
    additional: rest(space, strict),
  };
}
