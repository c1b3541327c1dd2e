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
import { Io } from '../io';
import { repositoryRoot } from './files';

/** Files kept in a cache folder; the oldest go first. */
const MAX_FILES = 1024;

/** Tells our files from others that may lie beside them. */
const PREFIX = 'result-';

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
  private readonly told = new Set<string>();

  /** @param hear - hears what could not be used. */
  constructor(
    readonly folder: string,
    private readonly hear: (text: string) => void,
  ) {}

  /** The cache of where one stands, if there is a place for one and somebody wants it. */
  static open(io: Io, wanted: boolean): Cache | undefined {
    const folder = wanted ? cacheFolder(io) : undefined;
    return folder === undefined ? undefined : new Cache(folder, text => io.err(`note: ${text}\n`));
  }

  /** A result that {@link keep} was given under this key. */
  recall<T>(key: string): T | undefined {
    const text = this.read(key);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  /** Keeps a result that JSON can hold. */
  keep(key: string, result: unknown): void {
    this.write(key, JSON.stringify(result));
  }

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

  /** The same trouble with every file is told once. */
  private note(text: string): void {
    if (this.told.has(text)) return;
    this.told.add(text);
    this.hear(text);
  }

  private fileOf(key: string): string {
    return path.join(this.folder, `${PREFIX}${key}`);
  }

  private prune(): void {
    const names = readdirSync(this.folder).filter(name => name.startsWith(PREFIX));
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
