import { Knex } from 'knex';
import { storableText } from './storable';

/** The lower-cased text that a `search` column holds. */
export function searchText(...parts: Array<string | undefined>): string {
  return storableText(
    parts
      .filter(part => part !== undefined)
      .join(' ')
      .toLowerCase(),
  );
}

/** Restricts `query` to rows in which `expression` (SQL of this plugin) has every word of `search` somewhere. */
export function whereWords(query: Knex.QueryBuilder, expression: string, search: string | undefined): void {
  for (const word of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    query.whereRaw(`${expression} like ?`, [`%${word.replace(/[\\%_]/g, '\\$&')}%`]);
  }
}

/** Restricts `query` to rows whose `column` is one of `values`; no values, no restriction. */
export function whereOneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values && values.length > 0) query.whereIn(column, [...values]);
}
