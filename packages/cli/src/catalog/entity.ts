import { Problem } from '@treaty/contract-findings';
import { locatePointers, parseAll } from '@treaty/contract-source';

/** A catalog entity, as far as the gate reads it. */
export interface Entity {
  /** `component:default/web-shop`, lower case. */
  ref: string;
  kind: string;
  namespace: string;
  title?: string;
  spec: Record<string, unknown>;
  /** Catalog file, relative to the repository. */
  file: string;
  /** Which of the file's YAML documents, counted from 0. */
  index: number;
}

/** Quick look, so that large documents in `catalog/` are not parsed just to see that they are no entities. */
export function mayHoldEntities(text: string): boolean {
  return /^\s*"?kind"?\s*:/m.test(text) && /^\s*"?apiVersion"?\s*:/m.test(text);
}

/** The entities of a catalog file. What is no entity is left out silently when the file also is something else. */
export function readEntities(text: string, file: string): { entities: Entity[]; problems: Problem[] } {
  if (!mayHoldEntities(text)) return { entities: [], problems: [] };
  const { values, problems } = parseAll(text, file);
  const entities = values.flatMap((value, index) => toEntity(value, file, index));
  return { entities, problems };
}

function toEntity(value: unknown, file: string, index: number): Entity[] {
  if (!isObject(value) || typeof value.kind !== 'string' || !isObject(value.metadata)) return [];
  const { name, namespace, title } = value.metadata;
  if (typeof name !== 'string' || typeof value.apiVersion !== 'string') return [];
  const space = typeof namespace === 'string' ? namespace : 'default';
  return [
    {
      ref: `${value.kind}:${space}/${name}`.toLowerCase(),
      kind: value.kind.toLowerCase(),
      namespace: space.toLowerCase(),
      title: typeof title === 'string' ? title : undefined,
      spec: isObject(value.spec) ? value.spec : {},
      file,
      index,
    },
  ];
}

/** Completes a reference as Backstage does: `orders` seen from namespace `x` as a kind `api` is `api:x/orders`. */
export function completeRef(ref: string, kind: string, namespace: string): string {
  const [, givenKind, givenSpace, name] = /^(?:([^:/]+):)?(?:([^:/]+)\/)?(.+)$/.exec(ref) ?? [
    undefined,
    undefined,
    undefined,
    ref,
  ];
  return `${givenKind ?? kind}:${givenSpace ?? namespace}/${name}`.toLowerCase();
}

/** Owner of an entity as a complete reference. */
export function ownerOf(entity: Entity): string | undefined {
  const { owner } = entity.spec;
  return typeof owner === 'string' ? completeRef(owner, 'group', entity.namespace) : undefined;
}

/** A problem at a place of an entity, with its line. */
export function entityProblem(
  entity: Entity,
  text: string,
  pointer: string,
  problem: Pick<Problem, 'code' | 'message' | 'next' | 'severity'>,
): Problem {
  const [position] = locatePointers(text, [pointer], entity.index);
  return { ...problem, file: entity.file, ...position };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
