import { BackstageCredentials, HttpAuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult, BasicPermission } from '@backstage/plugin-permission-common';
import { Request, RequestHandler } from 'express';

/** Who asks, and may they. */
export interface Guard {
  /** Lets users and services through, nobody else. */
  authenticate: RequestHandler;
  /** Lets through who holds the permission. */
  require(permission: BasicPermission): RequestHandler;
  /** The same inside a route. @throws NotAllowedError */
  allow(request: Request, permission: BasicPermission): Promise<BackstageCredentials>;
}

export function createGuard(httpAuth: HttpAuthService, permissions: PermissionsService): Guard {
  const credentials = (request: Request) => httpAuth.credentials(request, { allow: ['user', 'service'] });
  const allow = async (request: Request, permission: BasicPermission) => {
    const caller = await credentials(request);
    const [decision] = await permissions.authorize([{ permission }], { credentials: caller });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`This needs the permission ${permission.name}`);
    }
    return caller;
  };
  return {
    allow,
    authenticate: async (request, _response, next) => {
      await credentials(request);
      next();
    },
    require: permission => async (request, _response, next) => {
      await allow(request, permission);
      next();
    },
  };
}

/** No name in the catalog and no word of a search has a NUL, and Postgres text cannot hold one. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  if (request.url.includes('%00')) throw new InputError('The address must not contain NUL');
  next();
};
