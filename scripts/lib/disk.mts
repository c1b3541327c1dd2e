import fs from 'node:fs';
import path from 'node:path';

/** Whether words of a program or an error of the system say that there is no space left. */
export function saysDiskFull(words: string): boolean {
  return /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i.test(words);
}

/**
 * @throws Error with a sentence for people when the disk that holds (or will hold) `folder` has less free than needed.
 */
export function ensureFreeSpace(folder: string, neededMiB: number, what: string): void {
  let existing = path.resolve(folder);
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = fs.statfsSync(existing);
  const freeMiB = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMiB < neededMiB) {
    throw new Error(
      `The disk is full: ${folder} has ${freeMiB} MiB free, ${what} needs ${neededMiB}. ` +
      'Free some space, or name another place: TREATY_DATA_DIR=/path npm start',
    );
  }
}
