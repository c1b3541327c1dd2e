import { FormatOptions } from '../format';

/** A headline with its verdict at the right edge, or two spaces behind it when the line is long. */
export function headline(
  left: string,
  right: string,
  options: FormatOptions,
  paintRight: (text: string) => string,
): string {
  const gap = Math.max(2, options.width - [...left].length - [...right].length);
  return `${options.paint.bold(left)}${' '.repeat(gap)}${paintRight(right)}`;
}

/** Wraps words to the width behind an indent; continuation lines are indented two more. A word is never cut. */
export function wrap(text: string, indent: string, width: number): string[] {
  const out: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const full = line.trim() !== '' && line.length + 1 + word.length > width;
    if (full) {
      out.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    }
  }
  return [...out, line];
}

/** Pads every column but the last to its widest cell. */
export function columns(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (seen, row) => row.map((cell, index) => Math.max(seen[index] ?? 0, cell.length)),
    [],
  );
  return rows.map(row =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index])))
      .join('  ')
      .trimEnd(),
  );
}

/** Cuts a line that would not help anybody in full; says that it did. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(1, limit - 2))} …`;
}
