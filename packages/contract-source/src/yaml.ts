import { Problem } from '@treaty/contract-findings';
import { Event, parseEvents, YAMLException } from 'js-yaml';
import { SourceLimits } from './limits';
import { positionOf, positionsOf } from './positions';
import { constructYaml } from './yaml-construct';

/** Every document of a YAML stream. `values` is empty when a problem is fatal. */
export function parseYaml(text: string, uri: string, limits: SourceLimits): { values: unknown[]; problems: Problem[] } {
  const { events, problem } = readEvents(text, uri, limits);
  if (problem) return { values: [], problems: [problem] };
  const { values, faults, fatal } = constructYaml(events, text, limits);
  const places = positionsOf(text, faults.map(fault => fault.offset));
  return {
    values: fatal ? [] : values,
    problems: faults.map(({ code, message, next, severity }, index) => ({
      code, message, file: uri, ...places[index], next, severity,
    })),
  };
}

/** Parser events of a text, or the problem that kept it from being parsed. Never throws on user input. */
export function readEvents(text: string, uri: string, limits: SourceLimits): { events: Event[]; problem?: Problem } {
  const tokens = countTokens(text, limits.maxYamlTokens);
  if (tokens > limits.maxYamlTokens) {
    return {
      events: [],
      problem: {
        code: 'limit-nodes',
        message: `the file has more than ${limits.maxYamlTokens.toLocaleString('en')} line breaks and separators`,
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
    const deep = error instanceof RangeError || (error instanceof YAMLException && error.reason.startsWith('nesting exceeded'));
    if (!deep && !(error instanceof YAMLException)) throw error;
    const at = error instanceof YAMLException ? error.mark?.position ?? 0 : 0;
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

/** An upper bound, up to a small factor, of the events a text gives; counts until it exceeds `limit`. */
function countTokens(text: string, limit: number): number {
  let tokens = 0;
  for (let i = 0; i < text.length && tokens <= limit; i++) {
    switch (text.charCodeAt(i)) {
      case 10: // line breaks
      case 13:
      case 44: // ,
      case 58: // :
      case 63: // ?
      case 91: // [
      case 123: // {
        tokens++;
        break;
      default:
    }
  }
  return tokens;
}

const ADVICE: ReadonlyArray<readonly [RegExp, string]> = [
  [/tab characters/, 'Indent with spaces; YAML does not allow tabs there.'],
  [/bad indentation|deficient indentation/, 'Align this line with its siblings, in spaces.'],
  [/expected ':' after a mapping key|multiline key/, "Write 'key: value' with a space after the colon, or indent the line if it continues the one above."],
  [/whitespace character is expected after the key-value/, "Write a space after the colon: 'key: value'."],
  [/unexpected end of the (stream|document) within/, 'Close the quotes.'],
  [/escape sequence|hexadecimal/, "Use single quotes, or write a backslash as '\\\\'."],
  [/null byte|non-printable|valid JSON character/, 'Remove the control character.'],
  [/flow (collection|sequence|mapping)|missed comma/, 'Close the brackets and separate entries by commas.'],
  [/end of the stream or a document separator/, 'Check the indentation of this line; it belongs to nothing above it.'],
];

function adviceFor(reason: string): string {
  return ADVICE.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Correct the YAML here; text with special characters belongs in quotes.';
}
