import { Problem } from '@treaty/contract-findings';
import { SourceLimits } from './limits';
import { positionOf } from './positions';

/** Bytes or text as read → text without byte order mark, or the reason why not. */
export function decodeText(
  content: string | Uint8Array,
  uri: string,
  limits: Pick<SourceLimits, 'maxFileBytes'>,
): { text?: string; problem?: Problem } {
  if (content.length > limits.maxFileBytes) return { problem: tooLarge(content.length, uri, limits) };
  if (typeof content === 'string') return { text: withoutBom(content) };
  try {
    return { text: withoutBom(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)) };
  } catch (error) {
    // By name, not by class: the decoder may belong to another realm (a worker, a test environment).
    if ((error as { name?: unknown }).name !== 'TypeError') throw error;
    const utf16 =
      (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
    const offset = firstInvalidByte(content);
    const before = withoutBom(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.subarray(0, offset)),
    );
    return {
      problem: {
        code: 'not-utf8',
        message: utf16
          ? 'the file is UTF-16, not UTF-8'
          : `the file is not UTF-8: byte 0x${content[offset].toString(16).padStart(2, '0')} at offset ${offset} is invalid`,
        file: uri,
        ...(utf16 ? { line: 1, column: 1 } : positionOf(before, before.length)),
        next: 'Save the file as UTF-8 (without byte order mark).',
        severity: 'error',
      },
    };
  }
}

/** A file that is larger than any contract. */
export function tooLarge(bytes: number, uri: string, limits: Pick<SourceLimits, 'maxFileBytes'>): Problem {
  return {
    code: 'limit-size',
    message: `the file has ${bytes.toLocaleString('en')} bytes; ${limits.maxFileBytes.toLocaleString('en')} are allowed`,
    file: uri,
    next: 'Split the contract into files joined by $ref.',
    severity: 'error',
  };
}

function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Offset of the first byte that starts no well-formed UTF-8 sequence (Unicode 15, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const size = sequenceLength(bytes, i);
    if (size === 0) return i;
    i += size;
  }
  return Math.max(0, bytes.length - 1);
}

/** Lead bytes and the range of their second byte; all further bytes are 80 to BF. */
const SEQUENCES: ReadonlyArray<{ from: number; to: number; size: number; low: number; high: number }> = [
  { from: 0x00, to: 0x7f, size: 1, low: 0, high: 0 },
  { from: 0xc2, to: 0xdf, size: 2, low: 0x80, high: 0xbf },
  { from: 0xe0, to: 0xe0, size: 3, low: 0xa0, high: 0xbf },
  { from: 0xe1, to: 0xec, size: 3, low: 0x80, high: 0xbf },
  { from: 0xed, to: 0xed, size: 3, low: 0x80, high: 0x9f },
  { from: 0xee, to: 0xef, size: 3, low: 0x80, high: 0xbf },
  { from: 0xf0, to: 0xf0, size: 4, low: 0x90, high: 0xbf },
  { from: 0xf1, to: 0xf3, size: 4, low: 0x80, high: 0xbf },
  { from: 0xf4, to: 0xf4, size: 4, low: 0x80, high: 0x8f },
];

/** Bytes of the sequence at `i`, 0 when it is not well-formed. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const sequence = SEQUENCES.find(({ from, to }) => bytes[i] >= from && bytes[i] <= to);
  if (!sequence || i + sequence.size > bytes.length) return 0;
  if (sequence.size > 1 && (bytes[i + 1] < sequence.low || bytes[i + 1] > sequence.high)) return 0;
  for (let k = 2; k < sequence.size; k++) if (bytes[i + k] < 0x80 || bytes[i + k] > 0xbf) return 0;
  return sequence.size;
}
