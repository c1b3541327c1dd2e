import { ApiGovernanceError } from '@treaty/plugin-api-governance-common';
import { ApiGovernanceApi } from './ApiGovernanceApi';
import { apiDetail } from './queries';

/** Tells how many bytes the newest document of an API has; the page then finds the answer it came from in the cache. */
export function documentSizes({ client, queryClient }: ApiGovernanceApi) {
  return async (entityRef: string): Promise<number | undefined> => {
    try {
      const { latestRelease } = await queryClient.fetchQuery(apiDetail(client, entityRef));
      return latestRelease?.bytes;
    } catch (error) {
      // An API that is new, or may not be read, has no known size; its page asks again and shows what is wrong.
      if (error instanceof ApiGovernanceError) return undefined;
      // fetch itself failed: the catalog, which is asked next, says so better.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
}
