/** A column of an export: its heading and the text of a row. */
export interface CsvColumn<T> {
  title: string;
  value: (row: T) => string | number | undefined;
}

/** Spreadsheets run a cell that begins with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** RFC 4180: a heading line, CRLF, quotes doubled. Cells that a spreadsheet would run as a formula get a leading `'`. */
export function toCsv<T>(columns: readonly CsvColumn<T>[], rows: readonly T[]): string {
  const lines = [columns.map(c => field(c.title)), ...rows.map(row => columns.map(c => field(c.value(row))))];
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}
