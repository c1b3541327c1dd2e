import { NONE } from '../contain/instance';
import { Prover } from '../contain/prover';
import { declaredNames, effective, elementAt, prefixLength, rest } from '../contain/properties';
import { endingOf } from '../model/ending';
import { Loc, own } from '../model/reader';
import { Ending } from '../model/types';
import { Mode, Norm, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { NULL, OBJ } from '../normalize/types';
import { findWord } from '../pattern';
import { fill, Report, Rule } from '../rules/define';
import { Effect } from '../rules/levels';

/** How a value of a child sits in a value of its parent. */
export type Step =
  | { kind: 'member'; name: string }
  | { kind: 'item'; index: number }
  /** `name` is an example of the names it stands for. */
  | { kind: 'value'; name: string }
  | { kind: 'branch' };

/** Something a rule saw at a schema, before levels are settled. */
export interface SchemaFact {
  rule: Rule;
  report: Report;
  effect: Effect;
  message: string;
  /** Set when containment says that nothing that was allowed is refused. */
  harmless?: string;
  /** Set when containment cannot tell. */
  unclear?: string;
  /** A value of the writer's schema at this node that the reader's refuses. */
  value?: { found: unknown };
  places: { before?: Loc; after?: Loc };
}

/** Two schemas compared once, whoever reaches them. */
export interface Pair {
  before: Norm;
  after: Norm;
  mode: Mode;
  facts: SchemaFact[];
  children: Array<{ step: Step; pair: Pair }>;
  /** The schemas as they stand where the pair was first met; normal forms of equal schemas are shared. */
  stands: { before?: Ref; after?: Ref };
}

const MAX_BRANCHES = 48;

/** Compares schemas pairwise; equal ones are never looked into, each pair is looked into once. */
export class SchemaPairs {
  private readonly pairs = new Map<string, Pair>();
  private readonly todo: Pair[] = [];

  constructor(
    private readonly space: Schemas,
    private readonly provers: Record<Mode, Prover>,
    private readonly rules: readonly Rule<'schema'>[],
  ) {}

  /** The comparison of two schemas; `undefined` when they are equal. */
  of(before: Ref, after: Ref, mode: Mode): Pair | undefined {
    if (before.key === after.key) return undefined;
    const pair = this.pair(this.space.norm(before, mode), this.space.norm(after, mode), mode, {
      before,
      after,
    });
    for (let next = this.todo.pop(); next; next = this.todo.pop()) this.examine(next);
    return pair;
  }

  private pair(before: Norm, after: Norm, mode: Mode, stands: Pair['stands'] = {}): Pair | undefined {
    if (before.key === after.key) return undefined;
    const id = `${before.key} ${after.key} ${mode}`;
    let pair = this.pairs.get(id);
    if (!pair) {
      pair = { before, after, mode, facts: [], children: [], stands };
      this.pairs.set(id, pair);
      this.todo.push(pair);
    }
    return pair;
  }

  private link(parent: Pair, step: Step, before: Ref | undefined, after: Ref | undefined): void {
    if (!before || !after || before.key === after.key) return;
    const child = this.pair(
      this.space.norm(before, parent.mode),
      this.space.norm(after, parent.mode),
      parent.mode,
      { before, after },
    );
    if (child) parent.children.push({ step, pair: child });
  }

  private examine(pair: Pair): void {
    this.modeOf = pair.mode;
    const { before, after } = pair;
    const fresh = (ours: Norm, theirs: Norm): Norm['unions'] =>
      ours.unions.filter(
        union => union.mask & ours.types && !theirs.unions.some(other => other.key === union.key),
      );
    const [old, now] = [fresh(before, after), fresh(after, before)];
    if (old.length === 0 && now.length === 0) {
      this.plain(pair, before, after);
    } else if (old.length === 1 && now.length === 1) {
      const strip = (norm: Norm, key: number): Norm =>
        this.space.derive(norm, `less ${key}`, { unions: norm.unions.filter(union => union.key !== key) });
      this.plain(pair, strip(before, old[0].key), strip(after, now[0].key));
      this.branches(
        pair,
        this.list(old[0].branches, old[0].mask),
        this.list(now[0].branches, now[0].mask),
        old[0],
        now[0],
      );
    } else {
      this.plain(pair, this.onlyTypes(before), this.onlyTypes(after));
      this.branches(pair, this.expanded(before, old), this.expanded(after, now), old[0], now[0]);
    }
    // A branch that came or went says more than the discriminator's value that selects it.
    const branches = new Set(
      pair.facts.flatMap(({ rule, report }) => (rule.id.startsWith('schema-branch-') ? report.values : [])),
    );
    pair.facts = pair.facts.filter(({ report }) => !report.selects || !branches.has(report.selects.name));
  }

  private onlyTypes(norm: Norm): Norm {
    return this.space.slice(norm, 'types', { types: norm.types, notes: norm.notes });
  }

  private list(branches: readonly Ref[], mask: number): Norm[] {
    return branches.map(ref => this.space.restrict(this.space.norm(ref, this.modeOf), mask));
  }

  private modeOf: Mode = 'request';

  private expanded(norm: Norm, unions: Norm['unions']): Norm[] {
    const mask = unions.reduce((bits, union) => bits | union.mask, 0);
    if (unions.length === 0) return [this.space.restrict(norm, norm.types & ~NULL || norm.types)];
    let parts = [this.space.derive(norm, 'plain', { unions: [] })];
    for (const union of unions) {
      if (parts.length * union.branches.length > MAX_BRANCHES) break;
      parts = parts.flatMap(part =>
        union.branches.map(ref => this.space.meet(part, this.space.norm(ref, this.modeOf))),
      );
    }
    return parts.map(part => this.space.restrict(part, mask)).filter(part => part.types !== 0);
  }

  private branches(
    pair: Pair,
    olds: Norm[],
    news: Norm[],
    oldUnion: Norm['unions'][number] | undefined,
    newUnion: Norm['unions'][number] | undefined,
  ): void {
    const prover = this.provers[pair.mode];
    const request = pair.mode === 'request';
    const reader = request ? pair.after : pair.before;
    const keysOld = new Set(olds.map(branch => branch.key));
    const keysNew = new Set(news.map(branch => branch.key));
    let left = olds.filter(branch => !keysNew.has(branch.key));
    let right = news.filter(branch => !keysOld.has(branch.key));
    const couples: Array<[Norm, Norm]> = [];
    for (const o of [...left]) {
      const best = right
        .map(n => ({ n, likeness: likeness(o, n) }))
        .sort((a, b) => b.likeness - a.likeness)[0];
      if (!best || best.likeness < 0.25) continue;
      couples.push([o, best.n]);
      left = left.filter(item => item !== o);
      right = right.filter(item => item !== best.n);
    }
    const tagged = oldUnion?.discriminator !== undefined && newUnion?.discriminator !== undefined;
    for (const [o, n] of couples) {
      const writer = request ? o : n;
      const absorbed = tagged ? prover.contained(writer, request ? n : o) : prover.contained(writer, reader);
      if (absorbed.answer === 'yes') continue;
      const child = this.pair(o, n, pair.mode);
      if (child) pair.children.push({ step: { kind: 'branch' }, pair: child });
    }
    const alone = request ? left : right;
    for (const branch of alone) {
      const result = prover.contained(branch, reader);
      if (result.answer === 'yes') continue;
      this.fact(
        pair,
        request ? 'schema-branch-removed' : 'schema-branch-added',
        {
          values: [branchName(branch)],
          with: { branch: branchName(branch) },
          places: request ? { before: branch.raws[0]?.loc } : { after: branch.raws[0]?.loc },
        },
        result.answer === 'no' ? { value: { found: result.value } } : { unclear: result.why },
      );
    }
    for (const branch of request ? right : left) {
      this.fact(
        pair,
        request ? 'schema-branch-added' : 'schema-branch-removed',
        {
          values: [branchName(branch)],
          with: { branch: branchName(branch) },
          places: request ? { after: branch.raws[0]?.loc } : { before: branch.raws[0]?.loc },
        },
        {},
      );
    }
    if (pair.facts.length > 0 || pair.children.length > 0) return;
    const whole = prover.contained(request ? pair.before : pair.after, reader);
    if (whole.answer === 'yes') return;
    const kindChanged = oldUnion?.kind !== newUnion?.kind;
    if (whole.answer === 'unknown' && !kindChanged) return;
    this.fact(
      pair,
      request ? 'schema-constraint-added' : 'schema-constraint-removed',
      { values: ['union'], with: { keyword: newUnion?.kind ?? oldUnion?.kind ?? 'oneOf' } },
      whole.answer === 'no' ? { value: { found: whole.value } } : { unclear: whole.why },
    );
  }

  private fact(pair: Pair, id: string, report: Report, outcome: Partial<SchemaFact>): void {
    const rule = this.rules.find(item => item.id === id);
    if (!rule) throw new Error(`no rule '${id}'`);
    pair.facts.push({
      rule,
      report,
      effect: report.effect ?? rule.effect,
      message: fill(rule.message, report.with),
      places: {
        before: report.places?.before ?? pair.before.raws[0]?.loc,
        after: report.places?.after ?? pair.after.raws[0]?.loc,
      },
      ...outcome,
    });
  }

  private plain(pair: Pair, before: Norm, after: Norm): void {
    this.modeOf = pair.mode;
    const { mode } = pair;
    const space = this.space;
    const declared = { before: declaredNames(before), after: declaredNames(after) };
    const shown = {
      before,
      after,
      mode,
      space,
      declared,
      member: (side: 'before' | 'after', name: string): Ref | undefined =>
        effective(space, side === 'before' ? before : after, name)?.schema,
      ending: (ref: Ref): Ending =>
        ref.raws.map(raw => endingOf(raw.value)).find(ending => ending.deprecated) ??
        endingOf(ref.raws[0]?.value),
    };
    for (const rule of this.rules) {
      rule.detect(shown, (report = {}) => this.reported(pair, before, after, rule, report));
    }
    if (before.types & after.types & OBJ) {
      for (const name of new Set([...declared.before, ...declared.after])) {
        const [o, n] = [effective(space, before, name), effective(space, after, name)];
        const vague = (e: typeof o): boolean =>
          e === undefined ||
          (e.unknownName && (e.schema.key === space.any.key || space.norm(e.schema, mode).types === 0));
        if (!vague(o) && !vague(n)) this.link(pair, { kind: 'member', name }, o?.schema, n?.schema);
      }
      const closed = (ref: Ref | undefined): boolean =>
        ref === undefined || space.norm(ref, mode).types === 0;
      const [ro, rn] = [rest(space, before), rest(space, after)];
      if (!closed(ro) && !closed(rn)) this.link(pair, { kind: 'value', name: 'key' }, ro, rn);
      for (const [pattern, ref] of before.objects.flatMap(o => o.patterns)) {
        const other = after.objects.flatMap(o => o.patterns).find(([text]) => text === pattern);
        const word = other && findWord({ inside: [pattern] });
        const name = word?.kind === 'word' ? word.word : 'key';
        if (other) this.link(pair, { kind: 'value', name }, ref, other[1]);
      }
    }
    // Positions that one side has not are a matter of length.
    const longest = Math.min(before.maxItems, after.maxItems);
    const positions = Math.min(longest, Math.max(prefixLength(before), prefixLength(after)) + 1);
    for (let i = 0; i < positions; i++) {
      const [o, n] = [elementAt(space, before, i), elementAt(space, after, i)];
      if (o || n) this.link(pair, { kind: 'item', index: i }, o ?? space.any, n ?? space.any);
    }
  }

  private reported(pair: Pair, before: Norm, after: Norm, rule: Rule<'schema'>, report: Report): void {
    const effect = report.effect ?? rule.effect;
    const places = report.places ?? {
      before: placeOf(before, report.keyword, pair.stands.before),
      after: placeOf(after, report.keyword, pair.stands.after),
    };
    const fact: SchemaFact = { rule, report, effect, message: fill(rule.message, report.with), places };
    pair.facts.push(fact);
    const request = pair.mode === 'request';
    const asks = effect === (request ? 'narrows' : 'widens');
    if (!asks) return;
    if (report.selects) {
      const { branch, property, value } = report.selects;
      const prover = this.provers[pair.mode];
      const made = prover.make(this.space.norm(branch, pair.mode), { members: new Map([[property, value]]) });
      if (made !== NONE) fact.value = { found: made };
      return;
    }
    const [writer, strict] = request ? [pair.before, after] : [pair.after, before];
    const change =
      report.slice?.change ??
      (report.facets ? Object.fromEntries(report.facets.map(name => [name, strict[name]])) : undefined);
    if (!change) return;
    const sliced = this.space.slice(
      strict,
      report.slice?.label ?? (report.facets ?? []).join(','),
      change as Partial<Norm>,
    );
    const result = this.provers[pair.mode].contained(writer, sliced);
    if (result.answer === 'no') fact.value = { found: result.value };
    else if (result.answer === 'yes') fact.harmless = 'every value that was allowed satisfies it already';
    else fact.unclear = result.why;
  }
}

/** Where a keyword of a schema stands in its document: behind references, and in the part of `allOf` that holds it. */
export function placeOf(norm: Norm, keyword: string | undefined, stands?: Ref): Loc | undefined {
  const raws = (stands?.raws ?? norm.raws).map(target);
  for (const raw of [...raws, ...norm.raws]) {
    if (keyword !== undefined && own(raw.value, keyword) !== undefined) return raw.loc.child(keyword);
  }
  return raws[0]?.loc ?? norm.raws[0]?.loc;
}

/** The schema a bare reference leads to; the reference itself where it stands beside other keywords. */
function target(raw: Ref['raws'][number]): Ref['raws'][number] {
  let at = raw;
  for (let hops = 0; hops < 32; hops++) {
    const ref = own(at.value, '$ref');
    const next = typeof ref === 'string' ? at.side.target(at, ref) : undefined;
    if (!next || next === at) return at;
    at = next;
  }
  return at;
}

function branchName(norm: Norm): string {
  const pointer = norm.raws
    .map(raw => raw.loc.pointer)
    .find(text => /\/(schemas|definitions)\/[^/]+$/.test(text));
  return pointer?.slice(pointer.lastIndexOf('/') + 1) ?? norm.notes.title ?? 'inline';
}

/** 0 to 1: how much two branches look like the same thing. */
function likeness(a: Norm, b: Norm): number {
  if ((a.types & b.types) === 0) return 0;
  const [names, others] = [declaredNames(a), declaredNames(b)];
  const both = [...names].filter(name => others.has(name)).length;
  const all = new Set([...names, ...others]).size;
  const shape = all === 0 ? 0.3 : both / all;
  const name = branchName(a);
  return shape * 0.8 + (name !== 'inline' && name === branchName(b) ? 0.5 : 0);
}
