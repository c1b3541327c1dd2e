import { AtLocation, formatAt, Subject } from '@treaty/contract-findings';
import { Loc } from '../model/reader';
import { Ending } from '../model/types';
import { Mode } from '../normalize/norm';
import { rulesOn } from '../rules';
import { fill, Report, Rule, Surface, Surfaces } from '../rules/define';
import { Draft } from './findings';

/** Where something stands that rules are asked about. */
export interface Spot {
  subject: Subject;
  location: AtLocation;
  tokens?: readonly string[];
  mode: Mode;
  operations: Draft['operations'];
  /** Equal causes are one finding with several occurrences. */
  cause?: string;
  places?: { before?: Loc; after?: Loc };
}

/** Asks the rules and keeps what they report, one draft for each cause. */
export class Collector {
  readonly drafts: Draft[] = [];
  private readonly causes = new Map<string, Draft>();
  private readonly rules = new Map<Surface, Rule[]>();

  /** Shows a pair to every rule about its kind. */
  ask<S extends Surface>(surface: S, shown: Surfaces[S], spot: Spot): void {
    let list = this.rules.get(surface);
    if (!list) {
      list = rulesOn(surface) as unknown as Rule[];
      this.rules.set(surface, list);
    }
    for (const rule of list)
      (rule as unknown as Rule<S>).detect(shown, (report: Report = {}) => this.keep(rule, report, spot));
  }

  /** Asks about the deprecation of something that is in both versions. */
  askEnding(before: Ending, after: Ending, what: string, spot: Spot): void {
    this.ask('ending', { before, after, what }, { ...spot, mode: 'request', cause: what });
  }

  private keep(rule: Rule, report: Report, spot: Spot): void {
    const { subject, mode, tokens = [] } = spot;
    const at =
      subject.at ??
      formatAt(
        report.location ?? spot.location,
        report.location ? (report.at ?? []) : [...tokens, ...(report.at ?? [])],
      );
    const message = fill(rule.message, report.with);
    const effect = report.effect ?? rule.effect;
    const id = [rule.id, effect, mode, message, report.cause ?? spot.cause ?? '', at].join('\u0000');
    const occurrence: Subject = { ...subject, at };
    const known = this.causes.get(id);
    if (known) {
      known.occurrences.push(occurrence);
      return;
    }
    const draft: Draft = {
      rule,
      report,
      effect,
      mode,
      message,
      occurrences: [occurrence],
      places: report.places ?? spot.places ?? {},
      operations: spot.operations,
    };
    this.causes.set(id, draft);
    this.drafts.push(draft);
  }
}
