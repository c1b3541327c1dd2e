import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Hex digits of a fingerprint that are kept; 64 bits, so that 10 million findings collide with a chance below 1 in 300,000. */
const FINGERPRINT_LENGTH = 16;

/** Hex SHA-256 of a text (UTF-8). Runs in browsers, synchronously. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Identity of a finding: rule + what it is about + what is distinctive in its message. Never built from line numbers,
 * file names or document pointers, so it survives reformatting, moving a file, and inlining or extracting a `$ref`.
 *
 * @param parts - rule id, the subject's key (see {@link subjectKey}), then values that tell two findings of one rule at
 *   one place apart (the lost enum member). Order matters.
 */
export function fingerprint(parts: readonly string[]): string {
  return digest(parts.map(part => part.normalize('NFC')).join('\u0001')).slice(0, FINGERPRINT_LENGTH);
}
