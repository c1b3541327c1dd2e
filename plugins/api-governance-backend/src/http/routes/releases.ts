import { InputError, NotFoundError } from '@backstage/errors';
import {
  apiReadPermission,
  GetExcerptQuery,
  ListOperationsQuery,
} from '@treaty/plugin-api-governance-common';
import { Request } from 'express';
import Router from 'express-promise-router';
import { excerpt } from '../../analysis/excerpt';
import { ParsedDocuments } from '../parsedDocuments';
import { apiRefOf, pageBody, pageRequest, queryOf } from '../request';
import type { RouteContext } from '../context';

const PATH = '/apis/:namespace/:name/releases';

/** Releases with their documents and operations. */
export function releaseRoutes({ stores, guard, now }: RouteContext) {
  const router = Router();
  const documents = new ParsedDocuments(stores);
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

  // `latest` names another document tomorrow; a digest never does.
  const cacheControl = (request: Request) =>
    request.params.digest === 'latest' ? 'private, no-cache' : 'private, max-age=31536000, immutable';

  router.get(`${PATH}/:digest/document`, async (request, response) => {
    const { ref, release } = await findRelease(request);
    response.set('ETag', `"${release.digest}"`).set('Cache-Control', cacheControl(request));
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const document = await stores.releases.document(ref, release.digest);
    if (!document) throw new NotFoundError(`${ref} has no release ${release.digest}`);
    response.set('Content-Type', `${document.mediaType}; charset=utf-8`).send(document.content);
  });

  router.get(`${PATH}/:digest/excerpt`, async (request, response) => {
    const { ref, release } = await findRelease(request);
    const { operation } = queryOf<GetExcerptQuery>(request);
    const pointers = await stores.releases.pointers(ref, release.digest, operation);
    const missing = operation.filter(name => !pointers.has(name));
    if (missing.length > 0) throw new NotFoundError(`This release of ${ref} has no ${missing.join(', ')}`);
    const root = await documents.read(ref, release.digest);
    if (typeof root !== 'object' || root === null || !('paths' in root || 'webhooks' in root)) {
      throw new InputError(
        `The document of ${ref} is no OpenAPI document, so it has no operations to cut out`,
      );
    }
    response.set('Cache-Control', cacheControl(request));
    response.json(excerpt({ ...root }, [...pointers.values()]));
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
