import { Acceptance, LintFinding, LintReport, Problem } from '@treaty/contract-findings';
import schema from '../../schema/treaty-baseline.schema.json';
import { problemAt, readChecked } from '../config/checkedFile';
import { Cache } from '../host/cache';

/** `treaty-baseline.yaml`. */
export interface BaselineFile {
  owner: string;
  /** From this day on the findings count again. */
  review: string;
  ruleset?: string;
  /** By document. */
  findings: Record<string, Array<{ rule: string; finding: string; times?: number }>>;
}

/** Lint findings that were there when a repository was taken in: only new ones count. */
export class Baseline {
  private constructor(
    private readonly content: BaselineFile | undefined,
    private readonly file: string,
    readonly problems: readonly Problem[],
  ) {}

  static none(): Baseline {
    return new Baseline(undefined, '', []);
  }

  static read(text: string, file: string, now: Date, cache?: Cache): Baseline {
    const { value, problems } = readChecked<BaselineFile>(text, file, schema, cache);
    if (!value) return new Baseline(undefined, file, problems);
    if (Date.parse(`${value.review}T00:00:00Z`) > now.getTime()) return new Baseline(value, file, problems);
    const due = problemAt(
      text,
      file,
      '/review',
      `the baseline was to be reviewed by ${value.review} and counts no more`,
      `${value.owner} goes through it: treaty baseline --review DATE`,
      { code: 'baseline-due', severity: 'warning' },
    );
    return new Baseline(undefined, file, [...problems, due]);
  }

  /** Marks the findings that the baseline holds for a document; each entry excuses as many as it counted. */
  mark(document: string, findings: readonly LintFinding[]): LintFinding[] {
    const { content } = this;
    const held =
      content && Object.hasOwn(content.findings, document) ? content.findings[document] : undefined;
    if (!content || !held) return [...findings];
    const left = new Map(held.map(({ rule, finding, times }) => [`${rule} ${finding}`, times ?? 1]));
    const accepted: Acceptance = {
      by: 'baseline',
      reason: 'it was there before',
      requester: content.owner,
      until: content.review,
      file: this.file,
    };
    return findings.map(finding => {
      const key = `${finding.id} ${finding.fingerprint}`;
      const times = left.get(key) ?? 0;
      if (times === 0 || finding.accepted) return finding;
      left.set(key, times - 1);
      return { ...finding, accepted };
    });
  }
}

/** A report with the findings that somebody accepted left out of its summary. */
export function withFindings(report: LintReport, findings: LintFinding[]): LintReport {
  const of = (severity: string) => findings.filter(one => one.severity === severity && !one.accepted).length;
  return {
    ...report,
    findings,
    summary: { error: of('error'), warn: of('warn'), info: of('info'), hint: of('hint') },
  };
}
