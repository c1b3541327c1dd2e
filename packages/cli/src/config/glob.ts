const PARTS: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

/**
 * Whether a path or name fits a pattern: `*` is anything but `/`, `**` anything, `?` one character. A pattern that ends
 * with `/` means everything below.
 */
export function fits(pattern: string, name: string): boolean {
  const full = pattern.replace(/^\.\//, '').replace(/\/$/, '/**');
  const source = full.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, part => PARTS[part] ?? `\\${part}`);
  return new RegExp(`^${source}$`).test(name);
}

/** The same for names that are no paths, where `/` is a character like any other: `GET /orders/*`. */
export function fitsName(pattern: string, name: string): boolean {
  const source = pattern.replace(/\*+|[.+^${}()|[\]\\?]/g, part =>
    part.startsWith('*') ? '.*' : `\\${part}`,
  );
  return new RegExp(`^${source}$`, 'i').test(name);
}
