import { NONE } from '../contain/instance';
import { Prover } from '../contain/prover';
import { declaredNames, effective, elementAt, prefixLength, rest } from '../contain/properties';
import { endingOf } from '../model/ending';
import { Ending } from '../model/types';
import { Mode, Norm, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, NULL, OBJ } from '../normalize/types';
import { findWord } from '../pattern';
import { fill, Report, Rule } from '../rules/define';
import { branchName, coupled, Unread, unreadMember } from './couples';
import { outcomeOf, Pair, SchemaFact, Step } from './pair';
import { placeOf } from './places';

const MAX_BRANCHES = 48;
/** Alternatives in alternatives that are told apart. */
const MAX_ALTERNATIVES = 6;

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

  private pair(
    before: Norm,
    after: Norm,
    mode: Mode,
    stands: Pair['stands'] = {},
    alternatives = 0,
  ): Pair | undefined {
    if (before.key === after.key) return undefined;
    const id = `${before.key} ${after.key} ${mode}`;
    let pair = this.pairs.get(id);
    if (!pair) {
      pair = { before, after, mode, facts: [], children: [], alternatives, stands };
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
      return;
    }
    const strip = (norm: Norm, key: number): Norm =>
      this.space.derive(norm, `less ${key}`, { unions: norm.unions.filter(union => union.key !== key) });
    const simple = old.length === 1 && now.length === 1;
    const bases = simple ? [strip(before, old[0].key), strip(after, now[0].key)] : [];
    if (simple && !this.moved(bases[0], bases[1], now[0]) && !this.moved(bases[1], bases[0], old[0])) {
      this.plain(pair, bases[0], bases[1]);
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

  /** What stood beside the branches is written into each of them now. */
  private moved(base: Norm, other: Norm, union: Norm['unions'][number]): boolean {
    const kept = declaredNames(other);
    const gone = [...declaredNames(base)].filter(name => !kept.has(name));
    return (
      gone.length > 0 &&
      union.branches.every(ref => {
        const names = declaredNames(this.space.norm(ref, this.modeOf));
        return gone.every(name => names.has(name));
      })
    );
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
    const { couples, left, right } = coupled(olds, news);
    const tagged = oldUnion?.discriminator !== undefined && newUnion?.discriminator !== undefined;
    for (const [o, n] of couples) {
      const [part, partner] = request ? [o, n] : [n, o];
      const absorbed = prover.contained(part, tagged ? partner : reader);
      if (absorbed.answer === 'yes') continue;
      // Alternatives that contain themselves never end: from some depth on only the whole is judged.
      if (pair.alternatives >= MAX_ALTERNATIVES || this.space.exhausted) continue;
      const child = this.pair(o, n, pair.mode, {}, pair.alternatives + 1);
      if (child) pair.children.push({ step: { kind: 'branch' }, pair: child });
    }
    const alone = request ? left : right;
    const writer = request ? pair.before : pair.after;
    for (const branch of alone) {
      const alike = prover.contained(branch, reader);
      // What the branch alone would allow, the disjunction need not.
      const sent = alike.answer !== 'no' || prover.admits(writer, alike.value) !== false;
      const result = sent ? alike : prover.contained(writer, reader);
      const unread =
        result.answer === 'yes' && !tagged ? unreadMember(branch, request ? news : olds) : undefined;
      if (result.answer === 'yes' && !unread) continue;
      // One schema that has become several, all of which have what it had, is that schema with members added.
      if (unread?.extended && !(request ? newUnion : oldUnion)) continue;
      this.fact(
        pair,
        request ? 'schema-branch-removed' : 'schema-branch-added',
        {
          values: [branchName(branch)],
          with: { branch: branchName(branch) },
          places: request ? { before: branch.raws[0]?.loc } : { after: branch.raws[0]?.loc },
          ...(unread && passing(unread, request)),
        },
        outcomeOf(result),
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
    if (whole.answer === 'unknown' && !kindChanged && !this.space.exhausted) return;
    this.fact(
      pair,
      request ? 'schema-constraint-added' : 'schema-constraint-removed',
      {
        values: ['union'],
        with: { keyword: newUnion?.kind ?? oldUnion?.kind ?? 'oneOf', change: 'changed' },
      },
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
      ending: (ref: Ref): Ending => {
        const { notes } = space.norm(ref, mode);
        return (
          ref.raws.map(raw => endingOf(raw.value)).find(ending => ending.deprecated) ??
          (notes.deprecated ? notes : endingOf(ref.raws[0]?.value))
        );
      },
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
    const lists = (before.types & after.types & ARR) !== 0;
    for (let i = 0; lists && i < positions; i++) {
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
    // Which values of an enumeration may come is told by what became of the enumeration.
    if (!request && rule.id.startsWith('schema-limit-') && isListed(before)) {
      fact.harmless = 'the enumeration beside it says which values may come';
      return;
    }
    const sliced = this.space.slice(
      strict,
      report.slice?.label ?? (report.facets ?? []).join(','),
      change as Partial<Norm>,
    );
    const result = this.provers[pair.mode].contained(writer, sliced);
    if (result.answer === 'no') fact.value = { found: result.value };
    else if (result.answer === 'yes' && report.otherwise) fact.effect = report.otherwise;
    else if (result.answer === 'yes') fact.harmless = 'every value that was allowed satisfies it already';
    else fact.unclear = result.why;
  }
}

function isListed(norm: Norm): boolean {
  return norm.values !== undefined && (norm.types & ~norm.valueTypes) === 0;
}

/** No message is refused: readers of an alternative that is extended can read it, others do not know what it says. */
function passing({ name, extended }: Unread, request: boolean): Partial<Report> {
  const why = `the other alternatives are open and let its messages pass, but none of them knows '${name}'`;
  return extended
    ? { effect: request ? 'withdraws' : 'extends', because: why }
    : { unproven: `a validator refuses nothing: ${why}` };
}
