import { AtLocation, formatAt, Subject } from '@treaty/contract-findings';
import { bestMedia } from '../model/media';
import { Api, Media, Operation, Response } from '../model/types';
import { Loc } from '../model/reader';
import { Mode, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, OBJ } from '../normalize/types';
import { fill, Report, Rule, Surface, Surfaces } from '../rules/define';
import { rulesOn } from '../rules';
import { Draft, Root } from './findings';
import { SchemaPairs } from './schemaPairs';

/** Walks two contracts in step and collects what the rules see. */
export class OperationComparer {
  readonly drafts: Draft[] = [];
  readonly roots: Root[] = [];
  private readonly causes = new Map<string, Draft>();
  private readonly rules = new Map<Surface, Rule[]>();

  constructor(
    private readonly space: Schemas,
    private readonly pairs: SchemaPairs,
  ) {}

  compare(before: Api, after: Api): void {
    this.list(before.operations, after.operations);
    this.list(before.webhooks, after.webhooks);
  }

  private list(olds: ReadonlyMap<string, Operation>, news: ReadonlyMap<string, Operation>): void {
    const moved = this.moved(olds, news);
    for (const [key, before] of olds) this.operation(before, news.get(key) ?? moved.get(before));
    const taken = new Set(moved.values());
    for (const [key, after] of news)
      if (!olds.has(key) && !taken.has(after)) this.operation(undefined, after);
  }

  /** Operations whose template changed together with the servers' base path, so that the whole URL stayed. */
  private moved(
    olds: ReadonlyMap<string, Operation>,
    news: ReadonlyMap<string, Operation>,
  ): Map<Operation, Operation> {
    const full = (operation: Operation): string[] =>
      operation.servers.map(
        server => `${operation.method} ${server}${operation.template.replace(/\{[^}]*\}/g, '{}')}`,
      );
    const byUrl = new Map<string, Operation>();
    for (const [key, operation] of news)
      if (!olds.has(key)) for (const url of full(operation)) byUrl.set(url, operation);
    const found = new Map<Operation, Operation>();
    for (const [key, operation] of olds) {
      if (news.has(key)) continue;
      const match = full(operation)
        .map(url => byUrl.get(url))
        .find(item => item !== undefined);
      if (match) found.set(operation, match);
    }
    return found;
  }

  private operation(before: Operation | undefined, after: Operation | undefined): void {
    if (before && after && before.hash === after.hash) return;
    const label = (after ?? before)?.label;
    const operations = { before, after };
    this.run(
      'operation',
      { before, after },
      { operation: label },
      'operation',
      [],
      'request',
      operations,
      label ?? '',
    );
    if (!before || !after) return;
    const pair = { before, after };
    this.ending(
      before,
      after,
      { operation: label, at: 'operation' },
      `operation ${label}`,
      before.loc,
      after.loc,
      operations,
    );
    this.run('security', pair, { operation: label }, 'security', [], 'request', operations);
    this.run('server', pair, { operation: label }, 'server', [], 'request', operations);
    const writes: Mode = before.inverted ? 'response' : 'request';
    this.parameters(before, after, writes);
    this.body(before, after, writes);
    this.responses(before, after, writes === 'request' ? 'response' : 'request');
    this.list(before.callbacks, after.callbacks);
  }

  private parameters(before: Operation, after: Operation, mode: Mode): void {
    for (const key of new Set([...before.parameters.keys(), ...after.parameters.keys()])) {
      const [old, now] = [before.parameters.get(key), after.parameters.get(key)];
      if (old && now && old.hash === now.hash && old.name === now.name) continue;
      const known = now ?? old;
      if (!known) continue;
      const subject: Subject = { operation: after.label, direction: 'request' };
      const bits = [old, now].map(item => (item ? this.space.norm(item.schema, mode).types : 0));
      const composite = bits.every(types => (types & (ARR | OBJ)) !== 0);
      const shown = { before: old, after: now, mode, composite, operation: { before, after } };
      this.run(
        'parameter',
        shown,
        subject,
        known.place,
        [known.name],
        mode,
        { before, after },
        `${old?.hash} ${now?.hash}`,
        old?.loc,
        now?.loc,
      );
      if (!old || !now) continue;
      this.ending(
        old,
        now,
        { ...subject, at: formatAt(known.place, [known.name]) },
        `parameter '${known.name}'`,
        old.loc,
        now.loc,
        { before, after },
      );
      this.schema(old.schema, now.schema, mode, subject, known.place, [known.name], before, after);
    }
  }

  private body(before: Operation, after: Operation, mode: Mode): void {
    const [old, now] = [before.body, after.body];
    if (!old && !now) return;
    if (old && now && old.hash === now.hash) return;
    const subject: Subject = { operation: after.label, direction: 'request' };
    this.run(
      'body',
      { before: old, after: now, operation: { before, after } },
      subject,
      'body',
      [],
      mode,
      { before, after },
      `${old?.hash} ${now?.hash}`,
      old?.loc,
      now?.loc,
    );
    if (old && now) this.media(old.media, now.media, mode, subject, before, after);
  }

  private media(
    olds: readonly Media[],
    news: readonly Media[],
    mode: Mode,
    subject: Subject,
    before: Operation,
    after: Operation,
  ): void {
    const seen = new Set<Media>();
    for (const old of olds) {
      const now =
        bestMedia(news, old.type) ??
        (mode === 'response' ? news.find(item => bestMedia([old], item.type)) : undefined);
      if (now) seen.add(now);
      this.oneMedia(old, now, olds, news, mode, subject, before, after);
    }
    for (const now of news)
      if (!seen.has(now)) this.oneMedia(undefined, now, olds, news, mode, subject, before, after);
  }

  private oneMedia(
    old: Media | undefined,
    now: Media | undefined,
    olds: readonly Media[],
    news: readonly Media[],
    mode: Mode,
    subject: Subject,
    before: Operation,
    after: Operation,
  ): void {
    const about: Subject = {
      ...subject,
      media: (now && old && now.type.includes('*') ? old : (now ?? old))?.type,
    };
    const shown = {
      before: old,
      after: now,
      beforeAll: olds,
      afterAll: news,
      mode,
      operation: { before, after },
    };
    this.run(
      'media',
      shown,
      about,
      'body',
      [],
      mode,
      { before, after },
      `${subject.operation} ${subject.status} ${about.media}`,
      old?.loc,
      now?.loc,
    );
    if (old && now) this.schema(old.schema, now.schema, mode, about, 'body', [], before, after);
  }

  private responses(before: Operation, after: Operation, mode: Mode): void {
    const [olds, news] = [[...before.responses.keys()], [...after.responses.keys()]];
    const pairsSeen = new Set<string>();
    const both = (old: Response | undefined, now: Response | undefined): void => {
      const id = `${old?.status} ${now?.status}`;
      if (pairsSeen.has(id)) return;
      pairsSeen.add(id);
      if (old && now && old.hash === now.hash) return;
      const subject: Subject = {
        operation: after.label,
        direction: 'response',
        status: (now ?? old)?.status,
      };
      const shown = {
        before: old,
        after: now,
        beforeAll: olds,
        afterAll: news,
        operation: { before, after },
      };
      this.run(
        'response',
        shown,
        subject,
        'status',
        [],
        mode,
        { before, after },
        `${subject.operation} ${subject.status}`,
        old?.loc,
        now?.loc,
      );
      if (!old || !now) return;
      this.media(old.media, now.media, mode, subject, before, after);
      this.headers(old, now, mode, subject, before, after);
    };
    for (const old of before.responses.values())
      both(old, after.responses.get(covering(old.status, news) ?? ''));
    for (const now of after.responses.values())
      both(before.responses.get(covering(now.status, olds) ?? ''), now);
  }

  private headers(
    old: Response,
    now: Response,
    mode: Mode,
    subject: Subject,
    before: Operation,
    after: Operation,
  ): void {
    for (const key of new Set([...old.headers.keys(), ...now.headers.keys()])) {
      const [a, b] = [old.headers.get(key), now.headers.get(key)];
      const name = (b ?? a)?.name ?? key;
      const cause = `${a?.schema.key} ${a?.required} ${b?.schema.key} ${b?.required} ${key}`;
      this.run(
        'header',
        { before: a, after: b, mode, operation: { before, after } },
        subject,
        'header',
        [name],
        mode,
        { before, after },
        cause,
        a?.loc,
        b?.loc,
      );
      if (a && b) this.schema(a.schema, b.schema, mode, subject, 'header', [name], before, after);
    }
  }

  private schema(
    old: Ref,
    now: Ref,
    mode: Mode,
    subject: Subject,
    location: AtLocation,
    tokens: string[],
    before: Operation,
    after: Operation,
  ): void {
    const pair = this.pairs.of(old, now, mode);
    if (pair) this.roots.push({ pair, subject, location, tokens, before, after });
  }

  private ending(
    before: Surfaces['ending']['before'],
    after: Surfaces['ending']['after'],
    subject: Subject,
    what: string,
    old: Loc,
    now: Loc,
    operations: Draft['operations'],
  ): void {
    this.run(
      'ending',
      { before, after, what },
      subject,
      'operation',
      [],
      'request',
      operations,
      what,
      old,
      now,
    );
  }

  private run<S extends Surface>(
    surface: S,
    shown: Surfaces[S],
    subject: Subject,
    location: AtLocation,
    tokens: string[],
    mode: Mode,
    operations: Draft['operations'],
    cause = '',
    old?: Loc,
    now?: Loc,
  ): void {
    let list = this.rules.get(surface);
    if (!list) {
      list = rulesOn(surface) as unknown as Rule[];
      this.rules.set(surface, list);
    }
    for (const rule of list) {
      (rule as unknown as Rule<S>).detect(shown, (report: Report = {}) => {
        const at =
          subject.at ??
          formatAt(
            report.location ?? location,
            report.location ? (report.at ?? []) : [...tokens, ...(report.at ?? [])],
          );
        const message = fill(rule.message, report.with);
        const effect = report.effect ?? rule.effect;
        const id = [rule.id, effect, mode, message, report.cause ?? cause, at].join('\u0000');
        const known = this.causes.get(id);
        const occurrence: Subject = { ...subject, at };
        if (known) known.occurrences.push(occurrence);
        else {
          const draft: Draft = {
            rule,
            report,
            effect,
            mode,
            message,
            occurrences: [occurrence],
            places: report.places ?? { before: old, after: now },
            operations,
          };
          this.causes.set(id, draft);
          this.drafts.push(draft);
        }
      });
    }
  }
}

/** The entry that speaks for a status: itself, its range, `default`. */
function covering(status: string, list: readonly string[]): string | undefined {
  if (list.includes(status)) return status;
  const range = `${status[0]}XX`;
  if (/^\d/.test(status) && list.includes(range)) return range;
  if (/^\dXX$/.test(status)) {
    const inside = list.find(item => item[0] === status[0] && /^\d/.test(item));
    if (inside) return inside;
  }
  return list.includes('default') ? 'default' : undefined;
}
