import { Files, Repository } from './repository';

/** One situation and the command a person runs in it; what they then read is a golden document beside this file. */
export interface Scenario {
  name: string;
  command: string[];
  /** Written down by hand: a golden document must not decide what is right. */
  exit: number;
  /** What the working tree holds beyond the published state. */
  change?: Files;
  /** Anything else that happens to the repository first. */
  prepare?(repository: Repository): void;
  published?: Files;
  git?: boolean;
  /** Folder the command runs in, relative to the repository. */
  cwd?: string;
}

/** The gate on the day of every scenario. */
export const CHECK = ['check', '--now', '2026-11-24'];
