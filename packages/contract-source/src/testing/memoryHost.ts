import { OutsideRootError, SourceHost } from '../types';

/** A host over files in memory that remembers what it was asked for and refuses what climbs above its top. */
export function memoryHost(files: Record<string, string | Uint8Array>): SourceHost & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async read(uri) {
      asked.push(uri);
      if (uri.startsWith('/') || uri.startsWith('../')) throw new OutsideRootError(uri);
      if (!Object.hasOwn(files, uri)) throw Object.assign(new Error(`ENOENT: ${uri}`), { code: 'ENOENT' });
      return files[uri];
    },
    async list(folder) {
      const prefix = folder === '' ? '' : `${folder}/`;
      return Object.keys(files)
        .filter(name => name.startsWith(prefix))
        .map(name => name.slice(prefix.length));
    },
  };
}
