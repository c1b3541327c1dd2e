import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The governance area; its first page lists the deprecations. */
export const rootRouteRef = createRouteRef();

/** The list of APIs. */
export const apisRouteRef = createRouteRef();
