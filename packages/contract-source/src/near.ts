/** Longer than this is no name that somebody mistyped, and comparing it would cost its length squared. */
const MAX_NAME = 100;

/** A text short enough for a message. */
export function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Up to `limit` names that a person may have meant, nearest first; empty when none is near. */
export function nearNames(wanted: string, names: Iterable<string>, limit = 3): string[] {
  if (wanted.length > MAX_NAME) return [];
  const target = wanted.toLowerCase();
  const allowed = Math.max(1, Math.floor(target.length / 3));
  const found: Array<{ name: string; distance: number }> = [];
  let seen = 0;
  for (const name of names) {
    // Thousands of names cost milliseconds; more than that is not a list a person compares.
    if (++seen > 20_000) break;
    if (Math.abs(name.length - target.length) > allowed) continue;
    const distance = editDistance(target, name.toLowerCase(), allowed);
    if (distance <= allowed) found.push({ name, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** `'a'`, `'a' or 'b'`: for the end of a sentence. */
export function orList(names: readonly string[]): string {
  return names.map(name => `'${name}'`).join(' or ');
}

/** Optimal string alignment distance; gives up above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length];
}
