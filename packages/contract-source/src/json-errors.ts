/** Where JSON stops being JSON, and what to do. */
export interface JsonError {
  offset: number;
  reason: string;
  next: string;
}

type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'done';

const LITERAL = /(?:true|false|null)(?![\w$])/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const WORD = /[\w$.+-]+/y;

/**
 * The first syntax error of a JSON text (RFC 8259), or `undefined` when there is none. Slow path: runs only after
 * `JSON.parse` refused the text, because engines word and place their errors differently.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: Array<'{' | '['> = [];
  let state: State = 'value';
  let i = 0;
  const fail = (reason: string, next: string, offset = i): JsonError => ({ offset, reason, next });
  for (;;) {
    while (' \t\n\r'.includes(text[i] ?? 'x')) i++;
    const char = text[i];
    if (char === undefined) {
      if (state === 'done') return undefined;
      const bracket = open[open.length - 1];
      return fail(
        bracket === undefined
          ? 'the file ends before a value'
          : `the file ends inside ${bracket === '{' ? 'an object' : 'an array'}`,
        bracket === undefined ? 'Write one JSON value.' : `Add the missing '${bracket === '{' ? '}' : ']'}'.`,
      );
    }
    if (char === '/' || char === '#')
      return fail('JSON has no comments', 'Remove the comment, or write the file as YAML.');
    if (state === 'done')
      return fail(
        `unexpected ${show(text, i)} after the end of the document`,
        'Keep one JSON value per file.',
      );
    if ((char === '}' || char === ']') && state !== 'colon') {
      const wanted = open[open.length - 1] === '{' ? '}' : ']';
      if (open.length === 0 || char !== wanted) {
        return fail(
          `'${char}' closes nothing that is open here`,
          open.length === 0 ? 'Remove it.' : `Close with '${wanted}' first.`,
        );
      }
      if (state === 'key' || (state === 'value' && wanted === ']'))
        return fail(`',' before '${char}'`, 'Remove the trailing comma.');
      if (state === 'value') return fail('a key has no value', "Write a value after the ':'.");
      open.pop();
      state = open.length === 0 ? 'done' : 'comma-or-end';
      i++;
      continue;
    }
    if (state === 'colon') {
      if (char !== ':')
        return fail(
          `expected ':' after the key, found ${show(text, i)}`,
          "Write a ':' between key and value.",
        );
      state = 'value';
      i++;
    } else if (state === 'comma-or-end') {
      if (char !== ',')
        return fail(`expected ',' or the closing bracket, found ${show(text, i)}`, "Add the missing ','.");
      state = open[open.length - 1] === '{' ? 'key' : 'value';
      i++;
    } else if (state === 'key' || state === 'key-or-end') {
      if (char !== '"')
        return fail(
          `expected a key in double quotes, found ${show(text, i)}`,
          'Put the key in double quotes.',
        );
      const end = scanString(text, i);
      if (typeof end !== 'number') return end;
      i = end;
      state = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char);
      state = char === '{' ? 'key-or-end' : 'value-or-end';
      i++;
    } else {
      const end = scanScalar(text, i);
      if (typeof end !== 'number') return end;
      i = end;
      state = open.length === 0 ? 'done' : 'comma-or-end';
    }
  }
}

function scanScalar(text: string, at: number): number | JsonError {
  if (text[at] === '"') return scanString(text, at);
  if (text[at] === "'")
    return { offset: at, reason: 'a string in single quotes', next: 'Use double quotes.' };
  for (const pattern of [LITERAL, NUMBER]) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  if (/[\d.+-]/.test(text[at])) {
    return {
      offset: at,
      reason: `${show(text, at)} is not a JSON number`,
      next: 'Write it as 0.5, 12 or 1e3, or in double quotes.',
    };
  }
  return {
    offset: at,
    reason: `expected a value, found ${show(text, at)}`,
    next: 'Write a string in double quotes, a number, true, false, null, {…} or […].',
  };
}

function scanString(text: string, start: number): number | JsonError {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1;
    if (code === 10 || code === 13) {
      return {
        offset: start,
        reason: 'a string is not closed on its line',
        next: 'Add the closing double quote, or write the line break as \\n.',
      };
    }
    if (code < 32) {
      const escape = `\\u${code.toString(16).padStart(4, '0')}`;
      return {
        offset: i,
        reason: `a control character (${escape}) inside a string`,
        next: `Write it as ${escape}${code === 9 ? ' or \\t' : ''}.`,
      };
    }
    if (code === 92) {
      i++;
      const escaped = text[i] ?? '';
      if (
        escaped === 'u'
          ? !/^[0-9a-fA-F]{4}$/.test(text.slice(i + 1, i + 5))
          : !'"\\/bfnrt'.includes(escaped) || escaped === ''
      ) {
        return {
          offset: i - 1,
          reason: `'\\${escaped}' is not a JSON escape`,
          next: "Write a backslash as '\\\\'.",
        };
      }
    }
  }
  return { offset: start, reason: 'a string is not closed', next: 'Add the closing double quote.' };
}

function show(text: string, at: number): string {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return `'${word.length > 40 ? `${word.slice(0, 40)}…` : word}'`;
  return `'${String.fromCodePoint(text.codePointAt(at) ?? 0xfffd)}'`;
}
