import { AtLocation, formatAt, Subject } from '@treaty/contract-findings';
import { Prover } from '../contain/prover';
import { bestMedia } from '../model/media';
import { Shape } from '../model/style';
import { Media, Operation, Parameter, Response } from '../model/types';
import { Mode, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, OBJ } from '../normalize/types';
import { partHeaders } from '../rules/partHeaders';
import { Collector, Spot } from './collector';
import { Root } from './findings';
import { SchemaPairs } from './schemaPairs';
import { readAsText, takesAnyText, travelsAsText } from './textual';

/** Compares the messages of two operations: parameters, bodies, responses with their headers and links. */
export class MessageComparer {
  readonly roots: Root[] = [];

  constructor(
    private readonly space: Schemas,
    private readonly pairs: SchemaPairs,
    private readonly provers: Record<Mode, Prover>,
    private readonly collector: Collector,
  ) {}

  compare(before: Operation, after: Operation): void {
    const writes: Mode = before.inverted ? 'response' : 'request';
    this.parameters(before, after, writes);
    this.body(before, after, writes);
    this.responses(before, after, writes === 'request' ? 'response' : 'request');
  }

  private parameters(before: Operation, after: Operation, mode: Mode): void {
    const operations = { before, after };
    for (const key of new Set([...before.parameters.keys(), ...after.parameters.keys()])) {
      const [old, now] = [before.parameters.get(key), after.parameters.get(key)];
      if (old && now && old.hash === now.hash && old.name === now.name) continue;
      const known = now ?? old;
      if (!known) continue;
      const subject: Subject = { operation: after.label, direction: 'request' };
      const bits = [old, now].map(item => (item ? this.space.norm(item.schema, mode).types : 0));
      const shape = shapeOf(bits);
      const text = mode === 'request' && becameText(old, now, this.space);
      const spot: Spot = {
        subject,
        location: known.place,
        tokens: [known.name],
        mode,
        operations,
        cause: `${old?.hash} ${now?.hash}`,
        places: { before: old?.loc, after: now?.loc },
      };
      this.collector.ask(
        'parameter',
        { before: old, after: now, mode, shape, text, operation: operations },
        spot,
      );
      if (!old || !now) continue;
      const at = formatAt(known.place, [known.name]);
      this.collector.askEnding(old, now, `parameter '${known.name}'`, {
        ...spot,
        subject: { ...subject, at },
      });
      if (!text) this.schema(old.schema, now.schema, spot, isWritten(old.style) && isWritten(now.style));
    }
  }

  private body(before: Operation, after: Operation, mode: Mode): void {
    const [old, now] = [before.body, after.body];
    if (!old && !now) return;
    if (old && now && old.hash === now.hash) return;
    const operations = { before, after };
    const spot: Spot = {
      subject: { operation: after.label, direction: 'request' },
      location: 'body',
      mode,
      operations,
      cause: `${old?.hash} ${now?.hash}`,
      places: { before: old?.loc, after: now?.loc },
    };
    this.collector.ask('body', { before: old, after: now, operation: operations }, spot);
    if (old && now) this.media(old.media, now.media, spot);
  }

  private media(olds: readonly Media[], news: readonly Media[], spot: Spot): void {
    const { mode, subject } = spot;
    const { before, after } = spot.operations as { before: Operation; after: Operation };
    const one = (old: Media | undefined, now: Media | undefined): void => {
      const about: Subject = {
        ...subject,
        media: (now && old && now.type.includes('*') ? old : (now ?? old))?.type,
      };
      const here: Spot = {
        ...spot,
        subject: about,
        location: 'body',
        cause: `${subject.operation} ${subject.status} ${about.media}`,
        places: { before: old?.loc, after: now?.loc },
      };
      const shown = {
        before: old,
        after: now,
        beforeAll: olds,
        afterAll: news,
        mode,
        negotiated: subject.direction === 'response' && mode === 'response',
        space: this.space,
        operation: { before, after },
      };
      this.collector.ask('media', shown, here);
      if (!old || !now) return;
      this.schema(old.schema, now.schema, here, travelsAsText(about.media ?? ''));
      for (const { part, ours, theirs } of partHeaders(old, now)) {
        if (!theirs) continue;
        const at: Spot = {
          ...here,
          tokens: [part, theirs.name],
          places: { before: ours.loc, after: theirs.loc },
        };
        const carrier = { part, header: theirs.name };
        this.schema(
          ours.schema,
          theirs.schema,
          at,
          isWritten(ours.style) && isWritten(theirs.style),
          carrier,
        );
      }
    };
    const seen = new Set<Media>();
    for (const old of olds) {
      const narrower =
        mode === 'response' ? news.find(item => bestMedia([old], item.type) !== undefined) : undefined;
      const now = bestMedia(news, old.type) ?? narrower;
      if (now) seen.add(now);
      one(old, now);
    }
    for (const now of news) {
      if (seen.has(now)) continue;
      one(undefined, now);
      // A type that a range covered already has to take what the range took.
      const range = bestMedia(olds, now.type);
      const about: Subject = { ...subject, media: now.type };
      const here: Spot = { ...spot, subject: about, location: 'body' };
      if (range) this.schema(range.schema, now.schema, here, travelsAsText(now.type));
    }
  }

  private responses(before: Operation, after: Operation, mode: Mode): void {
    const [olds, news] = [[...before.responses.keys()], [...after.responses.keys()]];
    const operations = { before, after };
    const pairsSeen = new Set<string>();
    const both = (old: Response | undefined, now: Response | undefined): void => {
      const id = `${old?.status} ${now?.status}`;
      if (pairsSeen.has(id)) return;
      pairsSeen.add(id);
      if (old && now && old.hash === now.hash) return;
      const status = (now ?? old)?.status;
      const spot: Spot = {
        subject: { operation: after.label, direction: 'response', status },
        location: 'status',
        mode,
        operations,
        cause: `${after.label} ${status}`,
        places: { before: old?.loc, after: now?.loc },
      };
      const shown = { before: old, after: now, beforeAll: olds, afterAll: news, mode, operation: operations };
      this.collector.ask('response', shown, spot);
      if (!old || !now) return;
      this.media(old.media, now.media, spot);
      this.headers(old, now, spot);
      for (const name of new Set([...old.links.keys(), ...now.links.keys()])) {
        const link = { before: old.links.get(name), after: now.links.get(name), name, operation: operations };
        this.collector.ask('link', link, spot);
      }
    };
    for (const old of before.responses.values())
      both(old, after.responses.get(covering(old.status, news) ?? ''));
    for (const now of after.responses.values())
      both(before.responses.get(covering(now.status, olds) ?? ''), now);
  }

  private headers(old: Response, now: Response, spot: Spot): void {
    const operation = spot.operations as { before: Operation; after: Operation };
    for (const key of new Set([...old.headers.keys(), ...now.headers.keys()])) {
      const [a, b] = [old.headers.get(key), now.headers.get(key)];
      const name = (b ?? a)?.name ?? key;
      const here: Spot = {
        ...spot,
        location: 'header',
        tokens: [name],
        cause: `${a?.schema.key} ${a?.required} ${a?.style} ${b?.schema.key} ${b?.required} ${b?.style} ${key}`,
        places: { before: a?.loc, after: b?.loc },
      };
      const shape = shapeOf([a, b].map(item => (item ? this.space.norm(item.schema, spot.mode).types : 0)));
      this.collector.ask('header', { before: a, after: b, mode: spot.mode, shape, operation }, here);
      if (!a || !b) continue;
      const subject = { ...spot.subject, at: formatAt('header', [name]) };
      this.collector.askEnding(a, b, `response header '${name}'`, { ...here, subject });
      this.schema(a.schema, b.schema, here, isWritten(a.style) && isWritten(b.style));
    }
  }

  /** `written`: its values are written as text, without their types. */
  private schema(old: Ref, now: Ref, spot: Spot, written = false, carrier?: Root['carrier']): void {
    const { mode } = spot;
    const text = (reader: Ref, writer: Ref): Ref =>
      written ? readAsText(reader, writer, this.provers[mode], mode) : reader;
    const pair =
      mode === 'request'
        ? this.pairs.of(old, text(now, old), mode)
        : this.pairs.of(text(old, now), now, mode);
    const { before, after } = spot.operations as { before: Operation; after: Operation };
    const location: AtLocation = spot.location;
    const schemas = { before: old, after: now };
    if (pair)
      this.roots.push({
        pair,
        schemas,
        subject: spot.subject,
        location,
        tokens: [...(spot.tokens ?? [])],
        before,
        after,
        carrier,
      });
  }
}

/** Values are written as text; a media type (`content`) has its own way. */
function isWritten(style: string): boolean {
  return !style.startsWith('content ') || travelsAsText(style.slice('content '.length));
}

function shapeOf(types: readonly number[]): Shape {
  if (!types.every(bits => bits & (ARR | OBJ))) return 'scalar';
  return types.some(bits => bits & OBJ) ? 'composite' : 'list';
}

/** True when other scalars than text could be sent before and every text may be now: on the wire they are text. */
function becameText(old: Parameter | undefined, now: Parameter | undefined, space: Schemas): boolean {
  if (!old || !now || old.style !== now.style || !isWritten(old.style)) return false;
  const [before, after] = [old, now].map(item => space.norm(item.schema, 'request'));
  const other = before.types & ~after.types;
  return takesAnyText(after) && other !== 0 && (before.types & (ARR | OBJ)) === 0;
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
