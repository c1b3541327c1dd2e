import {
  apiReadPermission,
  deprecationReadPermission,
  DeprecationState,
  ingestionReadPermission,
  ingestionRunPermission,
  ListProblemsQuery,
} from '@treaty/plugin-api-governance-common';
import Router from 'express-promise-router';
import { INGESTION_TASK_ID } from '../../ingestion/schedule';
import { pageBody, pageRequest, queryOf } from '../request';
import type { RouteContext } from '../context';

const NEXT_SUNSETS = 5;
const TO_COME: DeprecationState[] = ['announced', 'deprecated', 'sunset-due'];

/** Numbers of the home page, and the ingestion behind them. */
export function governanceRoutes({ stores, guard, auditor, scheduler, now }: RouteContext) {
  const router = Router();

  router.get('/facets', guard.require(apiReadPermission), async (_request, response) => {
    response.json(await stores.overview.facets());
  });

  router.get(
    '/overview',
    guard.require(apiReadPermission),
    guard.require(deprecationReadPermission),
    async (_request, response) => {
      const at = now();
      const [numbers, counts, next, runs] = await Promise.all([
        stores.overview.counts(at),
        stores.deprecations.counts({}, at),
        stores.deprecations.list(
          { from: at.toISOString().slice(0, 10), state: TO_COME },
          { limit: NEXT_SUNSETS },
          at,
        ),
        stores.runs.list({ limit: 1 }),
      ]);
      const total = Object.values(counts.byState).reduce((sum, count) => sum + count, 0);
      response.json({
        ...numbers,
        deprecations: { total, byState: counts.byState, withoutSunset: counts.withoutSunset },
        nextSunsets: next.items,
        lastIngestion: runs.items[0],
      });
    },
  );

  router.get('/problems', guard.require(ingestionReadPermission), async (request, response) => {
    const query = queryOf<ListProblemsQuery>(request);
    const { limit, cursor, ...filter } = query;
    response.json(pageBody(await stores.problems.list(filter, pageRequest(query))));
  });

  router.get('/ingestions', guard.require(ingestionReadPermission), async (request, response) => {
    response.json(pageBody(await stores.runs.list(pageRequest(queryOf(request)))));
  });

  router.post('/ingestions', async (request, response, next) => {
    const event = await auditor.createEvent({ eventId: 'ingestion-start', request, severityLevel: 'medium' });
    try {
      await guard.allow(request, ingestionRunPermission);
      await scheduler.triggerTask(INGESTION_TASK_ID);
    } catch (error) {
      await event.fail({ error: error instanceof Error ? error : new Error(String(error)) });
      next(error);
      return;
    }
    await event.success();
    response.status(202).location(request.originalUrl).json({ accepted: true });
  });

  return router;
}
