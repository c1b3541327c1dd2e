import { AtLocation, ContractDocument, formatAt, Subject } from '@treaty/contract-findings';
import { readEnumMarks, readMark } from './mark';
import { child, children, follow, isObject, own, Place } from './reader';
import { Register } from './register';
import { DeprecationKind } from './types';

/** A property deeper than this in one message is not followed; recursive schemas end much earlier, at themselves. */
const MAX_DEPTH = 40;
/** Schemas looked at in one message: bounds compositions that multiply. */
const MAX_VISITS = 20_000;

/** Keywords that hold schemas, and the token each adds to the path of the value: none when it is the same value. */
const KEYWORDS: Readonly<Record<string, { holds: 'schema' | 'schemas'; token?: 'name' | '*' | '{*}' }>> = {
  properties: { holds: 'schemas', token: 'name' },
  patternProperties: { holds: 'schemas', token: '{*}' },
  additionalProperties: { holds: 'schema', token: '{*}' },
  unevaluatedProperties: { holds: 'schema', token: '{*}' },
  items: { holds: 'schema', token: '*' },
  prefixItems: { holds: 'schemas', token: '*' },
  contains: { holds: 'schema', token: '*' },
  unevaluatedItems: { holds: 'schema', token: '*' },
  allOf: { holds: 'schemas' },
  anyOf: { holds: 'schemas' },
  oneOf: { holds: 'schemas' },
  if: { holds: 'schema' },
  then: { holds: 'schema' },
  else: { holds: 'schema' },
  dependentSchemas: { holds: 'schemas' },
};

/** One step from a schema to another one, and the token it adds to the path of the value. */
interface Step {
  place: Place;
  token?: string;
}

/** Finds marks in schemas. Schemas that lead to no mark are passed over, so the work is in what is deprecated. */
export class SchemaMarks {
  private readonly leads = new Map<unknown, boolean>();

  constructor(
    private readonly document: ContractDocument,
    private readonly register: Register,
  ) {}

  /**
   * Registers every mark in a message's schema. `subject` names the message, `location` and `prefix` where its value is;
   * a mark of the whole value is registered as `whole`.
   */
  collect(
    schema: Place,
    subject: Subject,
    location: AtLocation,
    prefix: readonly string[],
    whole: DeprecationKind,
  ): void {
    if (!this.leadsToMark(schema)) return;
    const above = new Set<unknown>();
    let visits = 0;
    const visit = (start: Place, tokens: readonly string[]): void => {
      const chain = follow(this.document, start);
      const target = chain[chain.length - 1];
      if (!target || !isObject(target.value) || above.has(target.value)) return;
      if (tokens.length > MAX_DEPTH || ++visits > MAX_VISITS || !this.leadsToMark(start)) return;
      const here = { ...subject, at: formatAt(location, [...prefix, ...tokens]) };
      // A mark beside the `$ref` concerns this use only and hides that of the target.
      const marked = chain.find(place => readMark(place.value) !== undefined);
      const mark = marked && readMark(marked.value);
      const last = tokens[tokens.length - 1];
      if (marked && mark) this.register.add(last === undefined ? whole : 'property', marked, mark, here);
      for (const { value, token, mark: enumMark } of readEnumMarks(target.value)) {
        const place = child(target, 'x-deprecated-enum-values', token);
        this.register.add('enum-value', place, enumMark, here, { value: JSON.stringify(value) });
      }
      above.add(target.value);
      for (const step of steps(target))
        visit(step.place, step.token === undefined ? tokens : [...tokens, step.token]);
      above.delete(target.value);
    };
    visit(schema, []);
  }

  /**
   * Whether a mark can be reached from a schema. Answers are kept per schema object. A search visits everything that is
   * reachable and not yet answered, then spreads "yes" backwards from the marks, so cycles get the right answer.
   */
  private leadsToMark(start: Place): boolean {
    const known = this.leads.get(start.value);
    if (known !== undefined) return known;
    const came = new Map<unknown, unknown[]>();
    const open: Place[] = [start];
    const seeds: unknown[] = [];
    came.set(start.value, []);
    for (let place = open.pop(); place; place = open.pop()) {
      if (
        readMark(place.value) !== undefined ||
        readEnumMarks(place.value).length > 0 ||
        this.leads.get(place.value)
      ) {
        seeds.push(place.value);
      }
      if (this.leads.has(place.value)) continue;
      for (const next of this.successors(place)) {
        const from = came.get(next.value);
        if (from) from.push(place.value);
        else {
          came.set(next.value, [place.value]);
          open.push(next);
        }
      }
    }
    for (const value of came.keys()) if (!this.leads.has(value)) this.leads.set(value, false);
    for (let value = seeds.pop(); value !== undefined; value = seeds.pop()) {
      this.leads.set(value, true);
      for (const from of came.get(value) ?? []) if (this.leads.get(from) !== true) seeds.push(from);
    }
    return this.leads.get(start.value) ?? false;
  }

  private successors(place: Place): Place[] {
    if (!isObject(place.value)) return [];
    const chain = typeof own(place.value, '$ref') === 'string' ? follow(this.document, place) : [];
    return [...(chain.length > 1 ? [chain[1]] : []), ...steps(place).map(step => step.place)].filter(next =>
      isObject(next.value),
    );
  }
}

/** The schemas one step away. */
function steps(place: Place): Step[] {
  const out: Step[] = [];
  for (const key of Object.keys(place.value as object)) {
    const kind = Object.hasOwn(KEYWORDS, key) ? KEYWORDS[key] : undefined;
    if (kind === undefined) continue;
    const value = own(place.value, key);
    if (kind.holds === 'schemas' || Array.isArray(value)) {
      for (const [name, schema] of children(child(place, key))) {
        if (isObject(schema.value))
          out.push({ place: schema, token: kind.token === 'name' ? name : kind.token });
      }
    } else if (isObject(value)) out.push({ place: child(place, key), token: kind.token });
  }
  return out;
}
