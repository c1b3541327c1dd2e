import { Knex } from 'knex';
import { storableText } from './storable';

/** The lower-cased text that a `search` column holds. */
export function searchText(...parts: Array<string | undefined>): string {
  return storableText(parts.filter(part => part !== undefined).join(' ').toLowerCase());
}

/** Restricts `query` to rows whose `column` has every word of `search` somewhere. */
export function whereWords(query: Knex.QueryBuilder, column: string, search: string | undefined): void {
  for (const word of (search ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    query.whereRaw('?? like ?', [column, `%${word.replace(/[\\%_]/g, '\\$&')}%`]);
  }
}

/** Restricts `query` to rows whose `column` is one of `values`; no values, no restriction. */
export function whereOneOf(query: Knex.QueryBuilder, column: string, values: readonly string[] | undefined): void {
  if (values && values.length > 0) query.whereIn(column, [...values]);
}
