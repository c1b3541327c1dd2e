import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/files';
import { Io } from '../io';

/** Files kept in a cache folder; the oldest go first. */
const MAX_FILES = 256;

/**
 * Where results are kept: below `XDG_CACHE_HOME`, else in the `node_modules/.cache` of the project one stands in. A
 * machine with neither keeps nothing.
 */
export function cacheFolder(io: Io): string | undefined {
  const xdg = io.env.XDG_CACHE_HOME;
  if (xdg !== undefined && path.isAbsolute(xdg)) return path.join(xdg, 'treaty');
  const last = repositoryRoot(io.cwd) ?? io.cwd;
  for (let folder = io.cwd; ; folder = path.dirname(folder)) {
    const modules = path.join(folder, 'node_modules');
    if (existsSync(modules)) return path.join(modules, '.cache', 'treaty');
    if (folder === last || folder === path.dirname(folder)) return undefined;
  }
}

/** Texts by key. Losing one costs time and nothing else, so whatever is wrong with a file is told and forgotten. */
export class Cache {
  /** @param note - hears what could not be used. */
  constructor(
    private readonly folder: string,
    private readonly note: (text: string) => void,
  ) {}

  read(key: string): string | undefined {
    const file = this.fileOf(key);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      this.note(`the cache file ${file} cannot be read (${(error as Error).message}); working without it`);
      return undefined;
    }
    // Half a file, or an edited one, must never become a report.
    const cut = text.indexOf('\n');
    const body = text.slice(cut + 1);
    if (cut !== -1 && text.slice(0, cut) === hash(body)) return body;
    this.note(`the cache file ${file} is damaged and was ignored`);
    return undefined;
  }

  write(key: string, body: string): void {
    const file = this.fileOf(key);
    const temporary = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(temporary, `${hash(body)}\n${body}`);
      renameSync(temporary, file);
      this.prune();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      this.note(`nothing was kept in ${this.folder}: ${(error as Error).message}`);
    }
  }

  private fileOf(key: string): string {
    return path.join(this.folder, `lint-${key}`);
  }

  private prune(): void {
    const names = readdirSync(this.folder).filter(name => name.startsWith('lint-'));
    if (names.length <= MAX_FILES) return;
    const age = (name: string) =>
      statSync(path.join(this.folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const byAge = names.map(name => ({ name, at: age(name) })).sort((a, b) => a.at - b.at);
    for (const { name } of byAge.slice(0, names.length - MAX_FILES))
      rmSync(path.join(this.folder, name), { force: true });
  }
}

/** One key for everything that decides a result. */
export function hash(...parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
