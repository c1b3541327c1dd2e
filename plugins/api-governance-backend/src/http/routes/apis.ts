import { NotFoundError } from '@backstage/errors';
import { apiReadPermission, ListApisQuery, ListConsumersQuery } from '@treaty/plugin-api-governance-common';
import Router from 'express-promise-router';
import { toConsumer } from '../consumers';
import { apiRefOf, pageBody, pageRequest, queryOf } from '../request';
import type { RouteContext } from '../context';

const NEWEST_RELEASES = 20;
const SHOWN_PROBLEMS = 100;

/** APIs, their families and consumers. */
export function apiRoutes({ stores, guard, now }: RouteContext) {
  const router = Router();
  router.use('/apis', guard.require(apiReadPermission));

  router.get('/apis', async (request, response) => {
    const query = queryOf<ListApisQuery>(request);
    const { limit, cursor, ...filter } = query;
    response.json(pageBody(await stores.apis.list(filter, pageRequest(query), now())));
  });

  router.get('/apis/:namespace/:name', async (request, response) => {
    const ref = apiRefOf(request);
    const api = await stores.apis.get(ref, now());
    if (!api) throw new NotFoundError(`The catalog has no ${ref}, or it was not ingested yet`);
    const [familyMembers, releases, problems] = await Promise.all([
      stores.apis.family(ref, now()),
      stores.releases.list(ref, { limit: NEWEST_RELEASES }),
      stores.problems.list({ entity: [ref] }, { limit: SHOWN_PROBLEMS }),
    ]);
    response.json({
      ...api,
      familyMembers,
      releases: releases.items,
      releaseCount: releases.totalItems,
      problems: problems.items,
    });
  });

  router.get('/apis/:namespace/:name/consumers', async (request, response) => {
    const ref = apiRefOf(request);
    const query = queryOf<ListConsumersQuery>(request);
    if (!(await stores.apis.get(ref, now()))) throw new NotFoundError(`The catalog has no ${ref}`);
    const { limit, cursor, ...filter } = query;
    const [page, deprecated] = await Promise.all([
      stores.consumers.list(ref, filter, pageRequest(query)),
      stores.releases.deprecatedOperations(ref),
    ]);
    response.json(pageBody({ ...page, items: page.items.map(one => toConsumer(one, deprecated, now())) }));
  });

  return router;
}
