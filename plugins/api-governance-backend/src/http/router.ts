import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import Router from 'express-promise-router';
import type { Stores } from '../database/stores';
import { contractMiddleware } from './contract';
import type { RouteContext } from './context';
import { createGuard, refuseNul } from './guard';
import { problemMiddleware } from './problem';
import { apiRoutes } from './routes/apis';
import { deprecationRoutes } from './routes/deprecations';
import { governanceRoutes } from './routes/governance';
import { releaseRoutes } from './routes/releases';

export interface RouterOptions {
  stores: Stores;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  scheduler: SchedulerService;
  logger: LoggerService;
  now?(): Date;
  /** Hold every answer against the contract; for tests. */
  validateResponses?: boolean;
}

/** Answers may be kept, but not used without asking whether they still hold; Express sends and compares the ETags. */
const revalidate: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache');
  next();
};

/** The plugin's HTTP API, as `src/schema/openapi.yaml` describes it. */
export function createRouter(options: RouterOptions): RequestHandler {
  const guard = createGuard(options.httpAuth, options.permissions);
  const context: RouteContext = {
    stores: options.stores,
    guard,
    auditor: options.auditor,
    scheduler: options.scheduler,
    now: options.now ?? (() => new Date()),
  };
  const router = Router();
  router.use(guard.authenticate, refuseNul, revalidate);
  router.use(contractMiddleware({ validateResponses: options.validateResponses ?? false }));
  router.use(apiRoutes(context));
  router.use(releaseRoutes(context));
  router.use(deprecationRoutes(context));
  router.use(governanceRoutes(context));
  router.use(problemMiddleware(options.logger));
  return router;
}
