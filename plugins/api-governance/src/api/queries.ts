import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import {
  ApiGovernanceClient,
  ListApisQuery,
  ListConsumersQuery,
  ListDeprecationsQuery,
  ListOperationsQuery,
  unwrap,
} from '@treaty/plugin-api-governance-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useClient } from './GovernanceContext';

/** Largest page the server gives; an export reads the list in these steps. */
const EXPORT_PAGE = 200;

function apiPath(ref: string): { namespace: string; name: string } {
  const { namespace, name } = parseEntityRef(ref);
  return { namespace, name };
}

async function fetchApis(client: ApiGovernanceClient, query: ListApisQuery, signal?: AbortSignal) {
  return unwrap(await client.GET('/apis', { params: { query }, signal }));
}

async function fetchDeprecations(
  client: ApiGovernanceClient,
  query: ListDeprecationsQuery,
  signal?: AbortSignal,
) {
  return unwrap(await client.GET('/deprecations', { params: { query }, signal }));
}

/** One page of the list of APIs. The page before stays on screen while the next one loads. */
export function useApis(query: ListApisQuery) {
  const client = useClient();
  return useQuery({
    queryKey: ['apis', query],
    queryFn: ({ signal }) => fetchApis(client, query, signal),
    placeholderData: keepPreviousData,
  });
}

/** One page of deprecations. */
export function useDeprecations(query: ListDeprecationsQuery) {
  const client = useClient();
  return useQuery({
    queryKey: ['deprecations', query],
    queryFn: ({ signal }) => fetchDeprecations(client, query, signal),
    placeholderData: keepPreviousData,
  });
}

/** One deprecation with its occurrences and evidence. */
export function useDeprecation(deprecationId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['deprecation', deprecationId],
    queryFn: async ({ signal }) =>
      unwrap(
        await client.GET('/deprecations/{deprecationId}', { params: { path: { deprecationId } }, signal }),
      ),
  });
}

/** Values the filter menus offer. */
export function useFacets() {
  const client = useClient();
  return useQuery({
    queryKey: ['facets'],
    queryFn: async ({ signal }) => unwrap(await client.GET('/facets', { signal })),
  });
}

/** What the page of an API shows at once, and under which name the cache keeps it. */
export function apiDetail(client: ApiGovernanceClient, ref: string) {
  return queryOptions({
    queryKey: ['api', ref],
    queryFn: async ({ signal }) =>
      unwrap(await client.GET('/apis/{namespace}/{name}', { params: { path: apiPath(ref) }, signal })),
  });
}

/** What the page of an API shows at once. */
export function useApiDetail(ref: string) {
  return useQuery(apiDetail(useClient(), ref));
}

/** One page of the consumers of an API. */
export function useConsumers(ref: string, query: ListConsumersQuery) {
  const client = useClient();
  return useQuery({
    queryKey: ['consumers', ref, query],
    queryFn: async ({ signal }) =>
      unwrap(
        await client.GET('/apis/{namespace}/{name}/consumers', {
          params: { path: apiPath(ref), query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** One page of the releases of an API, newest first. */
export function useReleases(ref: string, query: { cursor?: string; limit?: number }) {
  const client = useClient();
  return useQuery({
    queryKey: ['releases', ref, query],
    queryFn: async ({ signal }) =>
      unwrap(
        await client.GET('/apis/{namespace}/{name}/releases', {
          params: { path: apiPath(ref), query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** One page of the operations of a release. */
export function useOperations(ref: string, digest: string, query: ListOperationsQuery) {
  const client = useClient();
  return useQuery({
    queryKey: ['operations', ref, digest, query],
    queryFn: async ({ signal }) =>
      unwrap(
        await client.GET('/apis/{namespace}/{name}/releases/{digest}/operations', {
          params: { path: { ...apiPath(ref), digest }, query },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** A document of some operations only, as text. It never changes, so it stays as long as the page does. */
export function useExcerpt(ref: string, digest: string, operations: string[]) {
  const client = useClient();
  return useQuery({
    queryKey: ['excerpt', ref, digest, operations],
    queryFn: async ({ signal }) => {
      const path = { ...apiPath(ref), digest };
      const answer = await client.GET('/apis/{namespace}/{name}/releases/{digest}/excerpt', {
        params: { path, query: { operation: operations } },
        signal,
      });
      return JSON.stringify(unwrap(answer));
    },
    staleTime: Infinity,
  });
}

interface Paged<T> {
  items: T[];
  page: { nextCursor?: string };
}

async function readAll<T>(read: (cursor: string | undefined) => Promise<Paged<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, page } = await read(cursor);
    all.push(...items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

/** Every page of a query, for an export. */
export function useReadAll() {
  const client = useClient();
  return {
    apis: (query: ListApisQuery) =>
      readAll(cursor => fetchApis(client, { ...query, limit: EXPORT_PAGE, cursor })),
    deprecations: (query: ListDeprecationsQuery) =>
      readAll(cursor => fetchDeprecations(client, { ...query, limit: EXPORT_PAGE, cursor })),
  };
}

/** The document of a release as text, exactly as published. Read only when a person asks for it. */
export function useReadDocument() {
  const client = useClient();
  return async (ref: string, digest: string): Promise<string> =>
    unwrap(
      await client.GET('/apis/{namespace}/{name}/releases/{digest}/document', {
        params: { path: { ...apiPath(ref), digest } },
        parseAs: 'text',
      }),
    );
}
