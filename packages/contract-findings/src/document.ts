/**
 * A contract as engines receive it: parsed, with every file it reaches by `$ref`, and no way back to the disk.
 * `packages/contract-source` makes one from text; engines must not mutate it.
 */
export interface ContractDocument {
  /** Name of the root file as the user gave it. */
  uri: string;
  /** The parsed root. */
  root: unknown;
  /** Every file of the contract by uri, the root included; `$ref` targets are resolved relative to the referring file. */
  files: ReadonlyMap<string, unknown>;
}

/** A document whose only file is `root`; for callers that hold a parsed value and no text. */
export function singleFileDocument(root: unknown, uri = 'openapi'): ContractDocument {
  return { uri, root, files: new Map([[uri, root]]) };
}

/**
 * The uri a `$ref`'s file part names, seen from `from`. Both are `/`-separated paths or absolute URIs; `.` and `..` are
 * folded (RFC 3986 section 5.2.4). An empty file part is `from` itself.
 */
export function resolveUri(from: string, filePart: string): string {
  if (filePart === '') return from;
  if (/^[a-z][a-z0-9+.-]*:/i.test(filePart)) return filePart;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(from)?.[0] ?? '';
  const folder = from.slice(scheme.length).replace(/[^/]*$/, '');
  const joined = filePart.startsWith('/') ? filePart : folder + filePart;
  const absolute = scheme !== '' || joined.startsWith('/');
  const out: string[] = [];
  for (const segment of joined.split('/')) {
    if (segment === '.' || segment === '') continue;
    if (segment !== '..') out.push(segment);
    else if (out.length > 0 && out[out.length - 1] !== '..') out.pop();
    // Nothing is above an absolute path's top; a relative path keeps its climb, for the host to judge.
    else if (!absolute) out.push(segment);
  }
  return `${scheme}${absolute ? '/' : ''}${out.join('/')}`;
}
