import { CheckReport, DiffReport, LintRunReport } from '../report';

/** Everything a command can report. The same object feeds every format. */
export type AnyReport =
  | { kind: 'diff'; report: DiffReport }
  | { kind: 'lint'; report: LintRunReport }
  | { kind: 'check'; report: CheckReport };

/** Colours, injected: this floor knows no terminal. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
}

/** Paints nothing: for files, pipes and `NO_COLOR`. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, green: same };

function same(text: string): string {
  return text;
}

export interface FormatOptions {
  /** Columns of the terminal; text is laid out for it. */
  width: number;
  paint: Paint;
  /** The day of judgement, for ages. */
  now: Date;
  /** Version of the command, for formats that name the tool. */
  version?: string;
}

/** One way to print a report. Same report and options, same bytes. */
export interface Format {
  id: string;
  /** Of a file that holds it. */
  extension: string;
  /** One line for the help. */
  summary: string;
  render(report: AnyReport, options: FormatOptions): string;
}
