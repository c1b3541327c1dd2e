/**
 * A JSONPath filter is compiled to JavaScript: `$[?(@.constructor.constructor('…')())]` would run what it is given. A
 * ruleset from a stranger is data, so its paths may call only methods that read a text, a list or a pattern.
 */
const CALLABLE = new Set([
  'match',
  'test',
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'in',
  'typeof',
]);

/** What may stand before a bracket that only groups: an operator, another opening, or the start of a filter. */
const GROUPING = /[?([{!&|=<>,+\-*%:^/~]/;

/** Why an expression is refused, or `undefined` when it may run. Strings and patterns are not exempt: better one false alarm. */
export function refusePath(expression: string): string | undefined {
  for (const match of expression.matchAll(/\(/g)) {
    const before = expression.slice(0, match.index).trimEnd();
    const last = before[before.length - 1];
    if (last === undefined || GROUPING.test(last)) continue;
    const word = /(@?)([A-Za-z_$][\w$]*)$/.exec(before);
    const shorthand = word?.[1] === '@';
    if (word && (shorthand || CALLABLE.has(word[2]))) continue;
    return `it calls '${word?.[2] ?? last}', and a path in a ruleset may call only ${[...CALLABLE].slice(0, 9).join(', ')}`;
  }
  return undefined;
}
