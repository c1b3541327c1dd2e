import { Problem } from '@treaty/contract-findings';
import { isObject, own } from '../model/place';
import { refusePath } from './paths';
import { FileRuleset } from './tree';

const KNOWN_KEYS = new Set([
  'name',
  'version',
  'description',
  'documentationUrl',
  'extends',
  'rules',
  'formats',
  'aliases',
  'overrides',
  'parserOptions',
]);
const CODE_KEYS = new Set(['functions', 'functionsDir']);

/** What a ruleset file must not hold, before anything of it is handed to an engine that compiles paths to code. */
export function checkFile(tree: FileRuleset): Problem[] {
  const problems: Problem[] = [];
  const add = (path: ReadonlyArray<string | number>, problem: Pick<Problem, 'code' | 'message' | 'next'>) =>
    problems.push({ ...problem, file: tree.uri, ...tree.locate(path), severity: 'error' });
  for (const key of Object.keys(tree.data)) {
    if (CODE_KEYS.has(key)) {
      add([key], {
        code: 'ruleset-function-untrusted',
        message: `'${key}' names JavaScript, and a ruleset is data here`,
        next: 'use the core functions and those of Treaty by name; other functions come only from a package that the operator of this host trusts',
      });
    } else if (key === 'except') {
      add([key], {
        code: 'ruleset-invalid',
        message: '`except` is a form of old',
        next: 'write it as `overrides` with `files` and `rules`',
      });
    } else if (!KNOWN_KEYS.has(key) && !key.startsWith('x-')) {
      add([key], {
        code: 'ruleset-invalid',
        message: `a ruleset has no '${key}'`,
        next: `known are ${[...KNOWN_KEYS].join(', ')}`,
      });
    }
  }
  if (!('rules' in tree.data) && !('extends' in tree.data) && !('overrides' in tree.data)) {
    add([], {
      code: 'ruleset-invalid',
      message: 'the ruleset has no rules and extends nothing',
      next: 'start with `extends: treaty`',
    });
  }
  checkRules(tree.data.rules, ['rules']);
  if (Array.isArray(tree.data.overrides)) {
    tree.data.overrides.forEach((override, index) =>
      checkRules(own(override, 'rules'), ['overrides', index, 'rules']),
    );
  }
  checkPaths(tree.data.aliases, ['aliases']);
  return problems;

  function checkRules(rules: unknown, at: ReadonlyArray<string | number>): void {
    if (rules === undefined) return;
    if (!isObject(rules)) {
      add(at, {
        code: 'ruleset-invalid',
        message: '`rules` maps names to rules or severities',
        next: 'write `rules: { operation-id-present: error }`',
      });
      return;
    }
    for (const [name, rule] of Object.entries(rules)) {
      if (!isObject(rule)) continue;
      checkPaths(rule.given, [...at, name, 'given']);
      const then = Array.isArray(rule.then) ? rule.then : [rule.then];
      then.forEach((entry, index) => {
        const field = own(entry, 'field');
        const path = Array.isArray(rule.then) ? ['then', index, 'field'] : ['then', 'field'];
        if (typeof field === 'string' && field.startsWith('$')) checkPaths(field, [...at, name, ...path]);
      });
    }
  }

  function checkPaths(value: unknown, at: ReadonlyArray<string | number>): void {
    if (typeof value === 'string') {
      const reason = refusePath(value);
      if (reason !== undefined) {
        add(at, {
          code: 'ruleset-path-refused',
          message: `the path '${value}' is not accepted: ${reason}`,
          next: 'say it with operators and those methods, or in a pattern of the rule’s function',
        });
      }
    } else if (Array.isArray(value)) value.forEach((item, index) => checkPaths(item, [...at, index]));
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) checkPaths(item, [...at, key]);
  }
}
