import { Problem } from '@treaty/contract-findings';
import { Event, parseEvents, YAMLException } from 'js-yaml';
import { SourceLimits } from './limits';
import { positionOf, positionsOf } from './positions';
import { constructYaml } from './yaml-construct';

/** Every document of a YAML stream. `values` is empty when a problem is fatal. */
export function parseYaml(
  text: string,
  uri: string,
  limits: SourceLimits,
): { values: unknown[]; problems: Problem[] } {
  const { events, problem } = readEvents(text, uri, limits);
  if (problem) return { values: [], problems: [problem] };
  const { values, faults, fatal } = constructYaml(events, text, limits);
  const places = positionsOf(
    text,
    faults.map(fault => fault.offset),
  );
  return {
    values: fatal ? [] : values,
    problems: faults.map(({ code, message, next, severity }, index) => ({
      code,
      message,
      file: uri,
      ...places[index],
      next,
      severity,
    })),
  };
}

/** Parser events of a text, or the problem that kept it from being parsed. Never throws on user input. */
export function readEvents(
  text: string,
  uri: string,
  limits: SourceLimits,
): { events: Event[]; problem?: Problem } {
  const tooMany = tooMuchOf(text, limits);
  if (tooMany !== undefined) {
    return {
      events: [],
      problem: {
        code: 'limit-nodes',
        message: `the file has more than ${tooMany}`,
        file: uri,
        line: 1,
        column: 1,
        next: 'Split the document into files joined by $ref, or provide it as JSON.',
        severity: 'error',
      },
    };
  }
  try {
    // The parser counts a scalar as one level.
    return { events: parseEvents(text, { maxDepth: limits.maxDepth + 1 }) };
  } catch (error) {
    // A RangeError is the parser's own recursion meeting a small stack before it met the limit.
    const deep =
      error instanceof RangeError ||
      (error instanceof YAMLException && error.reason.startsWith('nesting exceeded'));
    if (!deep && !(error instanceof YAMLException)) throw error;
    const at = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    const reason = error instanceof YAMLException ? error.reason : '';
    return {
      events: [],
      problem: {
        code: deep ? 'limit-depth' : 'yaml-syntax',
        message: deep ? `mappings and sequences are nested more than ${limits.maxDepth} deep` : reason,
        file: uri,
        ...positionOf(text, at),
        next: deep ? 'Flatten the document; join deep parts by $ref.' : adviceFor(reason),
        severity: 'error',
      },
    };
  }
}

/** What a text has too much of for the parser's memory, found before it runs: it cannot be stopped on its way. */
function tooMuchOf(text: string, limits: SourceLimits): string | undefined {
  let documents = 1;
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 4)) {
    if (++documents > limits.maxYamlDocuments)
      return `${limits.maxYamlDocuments.toLocaleString('en')} YAML documents`;
  }
  let tokens = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Line breaks and , : ? [ {
    if (
      code === 10 ||
      code === 13 ||
      code === 44 ||
      code === 58 ||
      code === 63 ||
      code === 91 ||
      code === 123
    )
      tokens++;
  }
  return tokens > limits.maxYamlTokens
    ? `${limits.maxYamlTokens.toLocaleString('en')} line breaks and separators`
    : undefined;
}

const ADVICE: ReadonlyArray<readonly [RegExp, string]> = [
  [/tab characters/, 'Indent with spaces; YAML does not allow tabs there.'],
  [/bad indentation/, 'Align this line with its siblings, in spaces.'],
  [
    /deficient indentation/,
    'Indent this line deeper than the key it belongs to, with spaces; inside brackets use no tabs at all.',
  ],
  [
    /expected ':' after a mapping key|multiline key/,
    "Write 'key: value' with a space after the colon, or indent the line if it continues the one above.",
  ],
  [/whitespace character is expected after the key-value/, "Write a space after the colon: 'key: value'."],
  [/unexpected end of the (stream|document) within/, 'Close the quotes.'],
  [/escape sequence|hexadecimal/, "Use single quotes, or write a backslash as '\\\\'."],
  [/null byte|non-printable|valid JSON character/, 'Remove the control character.'],
  [/flow (collection|sequence|mapping)|missed comma/, 'Close the brackets and separate entries by commas.'],
  [
    /end of the stream or a document separator/,
    'Check the indentation of this line; it belongs to nothing above it.',
  ],
];

function adviceFor(reason: string): string {
  return (
    ADVICE.find(([pattern]) => pattern.test(reason))?.[1] ??
    'Correct the YAML here; text with special characters belongs in quotes.'
  );
}
