import { Request } from 'express';
import { PageOf, PageRequest } from '../database/paging';

const DEFAULT_LIMIT = 50;

/** The query as the contract types it; the validator has checked and converted it before a route runs. */
export function queryOf<T extends object>(request: Request): T {
  return request.query as unknown as T;
}

/** Entity reference of the API that the path names. The catalog compares references in lower case. */
export function apiRefOf(request: Request): string {
  return `api:${request.params.namespace}/${request.params.name}`.toLowerCase();
}

export function pageRequest(query: { limit?: number; cursor?: string }): PageRequest {
  return { limit: query.limit ?? DEFAULT_LIMIT, cursor: query.cursor };
}

/** A page as the contract answers it. */
export function pageBody<T>(page: PageOf<T>) {
  const { items, totalItems, nextCursor, previousCursor } = page;
  return { items, page: { totalItems, nextCursor, previousCursor } };
}
