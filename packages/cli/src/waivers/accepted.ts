import { DiffReport, LintReport, Problem } from '@treaty/contract-findings';
import { Settings } from '../config/settings';
import { Cache } from '../host/cache';
import { readOwnFile } from '../host/files';
import { Baseline, withFindings } from './baseline';
import { Waivers } from './waivers';

/** Everything that somebody accepted in this repository, on the day of judgement. */
export class Accepted {
  private constructor(
    private readonly waivers: Waivers,
    private readonly baseline: Baseline,
    /** Why one of the two files could not be read. */
    private readonly unreadable: readonly Problem[] = [],
  ) {}

  static none(): Accepted {
    return new Accepted(Waivers.none(), Baseline.none());
  }

  /** Reads both files where they are; one that is not there accepts nothing. */
  static read(root: string, settings: Settings, now: Date, cache?: Cache): Accepted {
    const unreadable: Problem[] = [];
    const text = (file: string) => {
      const read = readOwnFile(root, file);
      if (read?.problem) unreadable.push(read.problem);
      return read?.problem ? undefined : read?.text;
    };
    const { file, maximumDays } = settings.waivers;
    const waivers = text(file);
    const baseline = text(settings.baseline.file);
    return new Accepted(
      waivers === undefined ? Waivers.none() : Waivers.read(waivers, file, { now, maximumDays, cache }),
      baseline === undefined ? Baseline.none() : Baseline.read(baseline, settings.baseline.file, now, cache),
      unreadable,
    );
  }

  /** Marks the changes that a waiver excuses. */
  changes(api: string, report: DiffReport): DiffReport {
    const findings = report.findings.map(finding => {
      if (finding.level === 'safe') return finding;
      const { id: rule, fingerprint, occurrences } = finding;
      const accepted = this.waivers.accept({ api, rule, fingerprint, occurrences });
      return accepted ? { ...finding, accepted } : finding;
    });
    return { ...report, findings };
  }

  /**
   * Marks the lint findings that a waiver or the baseline excuses.
   *
   * @param api - the API's ref, or the document's name where no API is known
   * @param document - the document's path in the repository
   */
  lint(api: string, report: LintReport, document = report.document.file): LintReport {
    const waived = report.findings.map(finding => {
      const { id: rule, fingerprint, subject } = finding;
      const accepted = this.waivers.accept({ api, rule, fingerprint, occurrences: [subject] });
      return accepted ? { ...finding, accepted } : finding;
    });
    return withFindings(report, this.baseline.mark(document, waived));
  }

  /** What is wrong with the files, has run out, or excused nothing. Asked after everything was judged. */
  problems(judged: ReadonlySet<string>): Problem[] {
    return [
      ...this.unreadable,
      ...this.waivers.problems,
      ...this.baseline.problems,
      ...this.waivers.remarks(judged),
    ];
  }
}
