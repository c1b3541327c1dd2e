/**
 * Spectral resolves `$ref` against absolute sources. The uris of a contract are whatever the user typed, `../x.yaml`
 * included, so they are placed below an absolute root that exists nowhere, deep enough for every `..` to stay inside.
 */
export class VirtualSources {
  private readonly base: readonly string[];
  private readonly bySource = new Map<string, string>();

  constructor(uris: Iterable<string>) {
    const all = [...uris];
    const depth = Math.max(0, ...all.map(uri => uri.split('/').filter(part => part === '..').length));
    this.base = ['__treaty__', ...Array.from({ length: depth }, (_, index) => `__up${index}__`)];
    for (const uri of all) this.bySource.set(this.sourceOf(uri), uri);
  }

  sourceOf(uri: string): string {
    if (/^https?:\/\//i.test(uri)) return uri;
    const parts: string[] = uri.startsWith('/') ? [] : [...this.base];
    for (const part of uri.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.' && part !== '') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  /** The uri behind a source that Spectral reports or asks for, percent-encoded or not. */
  uriOf(source: string): string | undefined {
    return this.bySource.get(source) ?? this.bySource.get(safeDecode(source));
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
