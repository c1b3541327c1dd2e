import { NotFoundError } from '@backstage/errors';
import { apiReadPermission, ListOperationsQuery } from '@treaty/plugin-api-governance-common';
import { Request } from 'express';
import Router from 'express-promise-router';
import { apiRefOf, pageBody, pageRequest, queryOf } from '../request';
import type { RouteContext } from '../context';

const PATH = '/apis/:namespace/:name/releases';

/** Releases with their documents and operations. */
export function releaseRoutes({ stores, guard, now }: RouteContext) {
  const router = Router();
  router.use(PATH, guard.require(apiReadPermission));

  const findRelease = async (request: Request) => {
    const ref = apiRefOf(request);
    const release = await stores.releases.find(ref, request.params.digest);
    if (!release) throw new NotFoundError(`${ref} has no release ${request.params.digest}`);
    return { ref, release };
  };

  router.get(PATH, async (request, response) => {
    const ref = apiRefOf(request);
    if (!(await stores.apis.get(ref, now()))) throw new NotFoundError(`The catalog has no ${ref}`);
    response.json(pageBody(await stores.releases.list(ref, pageRequest(queryOf(request)))));
  });

  router.get(`${PATH}/:digest/document`, async (request, response) => {
    const { ref, release } = await findRelease(request);
    response.set('ETag', `"${release.digest}"`);
    // `latest` names another document tomorrow; a digest never does.
    const named = request.params.digest !== 'latest';
    response.set('Cache-Control', named ? 'private, max-age=31536000, immutable' : 'private, no-cache');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const document = await stores.releases.document(ref, release.digest);
    if (!document) throw new NotFoundError(`${ref} has no release ${release.digest}`);
    response.set('Content-Type', `${document.mediaType}; charset=utf-8`).send(document.content);
  });

  router.get(`${PATH}/:digest/operations`, async (request, response) => {
    const { ref, release } = await findRelease(request);
    const query = queryOf<ListOperationsQuery>(request);
    const { limit, cursor, ...filter } = query;
    response.json(
      pageBody(await stores.releases.operations(ref, release.digest, filter, pageRequest(query))),
    );
  });

  return router;
}
