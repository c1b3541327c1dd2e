import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { Knex } from 'knex';

/** What a caller asks of a list. */
export interface PageRequest {
  limit: number;
  cursor?: string;
}

/** A page of a list, with cursors to its neighbours. */
export interface PageOf<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
  previousCursor?: string;
}

/** How a list is ordered. Both expressions are SQL of this plugin, never text of a caller. */
export interface PageOrder {
  /** Sort expression; rows where it is null come last in both directions. */
  by: string;
  direction: 'asc' | 'desc';
  /** Unique, never null, breaks ties upwards. */
  key: string;
  /** Postgres type of `by` and `key`, to read a cursor's values back as what they were. */
  types: { by: 'text' | 'bigint' | 'timestamptz'; key: 'text' | 'bigint' };
  /** Values for the `?` in `by`. */
  bindings?: Knex.RawBinding[];
}

/** What Postgres prints for each type; anything else in a cursor was put there by somebody else. */
const READABLE: Record<PageOrder['types']['by'], (text: string) => boolean> = {
  text: text => !text.includes('\0'),
  bigint: text => /^-?\d{1,18}$/.test(text),
  timestamptz: text => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text),
};

interface Cursor {
  /** Direction of travel. */
  d: 'n' | 'p';
  /** Sort value and key of the row to continue from. */
  v: string | null;
  k: string;
  /** Hash of the query the cursor belongs to. */
  q: string;
}

/**
 * Reads one page by key set: the cost does not grow with the depth, and rows that come or go between two pages shift
 * nothing. `query` holds the joins and filters, `columns` what is selected; `identity` is everything the caller's query
 * consists of besides the cursor, so that a cursor of another query is refused instead of giving a page of nonsense.
 */
export async function readPage<TRow extends object>(
  query: Knex.QueryBuilder,
  columns: Array<string | Knex.Raw>,
  order: PageOrder,
  request: PageRequest,
  identity: unknown,
): Promise<PageOf<TRow>> {
  const hash = hashOf([identity, order.by, order.direction]);
  const cursor = request.cursor === undefined ? undefined : decode(request.cursor, hash, order.types);
  const backwards = cursor?.d === 'p';

  const [{ count }] = await query.clone().clearSelect().count({ count: '*' });
  const page = query.clone().select(columns);
  const bindings = order.bindings ?? [];
  page.select(
    page.client.raw(`(${order.by})::text as "__by"`, bindings),
    page.client.raw(`(${order.key})::text as "__key"`),
  );
  if (cursor) restrict(page, order, cursor);
  const up = (order.direction === 'asc') !== backwards;
  page.orderByRaw(`(${order.by}) is null ${backwards ? 'desc' : 'asc'}`, bindings);
  page.orderByRaw(`(${order.by}) ${up ? 'asc' : 'desc'}`, bindings);
  page.orderByRaw(`${order.key} ${backwards ? 'desc' : 'asc'}`);

  const found: Array<TRow & { __by: string | null; __key: string }> = await page.limit(request.limit + 1);
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (backwards) rows.reverse();
  const cursorAt = (row: { __by: string | null; __key: string } | undefined, d: 'n' | 'p') =>
    row && encode({ d, v: row.__by, k: row.__key, q: hash });
  const hasNext = backwards ? true : more;
  const hasPrevious = backwards ? more : cursor !== undefined;
  return {
    items: rows,
    totalItems: Number(count),
    nextCursor: hasNext ? cursorAt(rows[rows.length - 1], 'n') : undefined,
    previousCursor: hasPrevious ? cursorAt(rows[0], 'p') : undefined,
  };
}

/** Rows strictly after (or, travelling backwards, before) the cursor's row in the order of {@link readPage}. */
function restrict(query: Knex.QueryBuilder, order: PageOrder, cursor: Cursor): void {
  const { by, key, types, bindings = [] } = order;
  const backwards = cursor.d === 'p';
  const beyondKey = `${key} ${backwards ? '<' : '>'} ?::${types.key}`;
  if (cursor.v === null) {
    const sameGroup = `((${by}) is null and ${beyondKey})`;
    query.whereRaw(
      backwards ? `((${by}) is not null or ${sameGroup})` : sameGroup,
      backwards ? [...bindings, ...bindings, cursor.k] : [...bindings, cursor.k],
    );
    return;
  }
  const beyond = (order.direction === 'asc') !== backwards ? '>' : '<';
  const value = `?::${types.by}`;
  const nulls = backwards ? '' : ` or (${by}) is null`;
  query.whereRaw(`((${by}) ${beyond} ${value} or ((${by}) = ${value} and ${beyondKey})${nulls})`, [
    ...bindings,
    cursor.v,
    ...bindings,
    cursor.v,
    cursor.k,
    ...(backwards ? [] : bindings),
  ]);
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decode(text: string, hash: string, types: PageOrder['types']): Cursor {
  const cursor = parse(text);
  if (cursor === undefined) throw new InputError('cursor is not one that this server made');
  if (cursor.q !== hash) throw new InputError('cursor belongs to a query with other filters or another sort');
  if (!READABLE[types.key](cursor.k) || (cursor.v !== null && !READABLE[types.by](cursor.v))) {
    throw new InputError('cursor is not one that this server made');
  }
  return cursor;
}

function parse(text: string): Cursor | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined; // not JSON: decode() says so to the caller
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { d, v, k, q } = value as Partial<Record<keyof Cursor, unknown>>;
  if ((d !== 'n' && d !== 'p') || (v !== null && typeof v !== 'string')) return undefined;
  return typeof k === 'string' && typeof q === 'string' ? { d, v, k, q } : undefined;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
}
