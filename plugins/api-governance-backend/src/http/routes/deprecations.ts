import { NotFoundError } from '@backstage/errors';
import { deprecationReadPermission, ListDeprecationsQuery } from '@treaty/plugin-api-governance-common';
import Router from 'express-promise-router';
import { pageBody, pageRequest, queryOf } from '../request';
import type { RouteContext } from '../context';

/** What is going away, when, and whom it concerns. */
export function deprecationRoutes({ stores, guard, now }: RouteContext) {
  const router = Router();
  router.use('/deprecations', guard.require(deprecationReadPermission));

  router.get('/deprecations', async (request, response) => {
    const query = queryOf<ListDeprecationsQuery>(request);
    const { limit, cursor, ...filter } = query;
    const at = now();
    const [page, counts] = await Promise.all([
      stores.deprecations.list(filter, pageRequest(query), at),
      stores.deprecations.counts(filter, at),
    ]);
    response.json({ ...pageBody(page), counts });
  });

  router.get('/deprecations/:deprecationId', async (request, response) => {
    const { deprecationId } = request.params;
    const deprecation = await stores.deprecations.get(deprecationId, now());
    if (!deprecation) throw new NotFoundError(`There is no deprecation ${deprecationId}`);
    response.json(deprecation);
  });

  return router;
}
