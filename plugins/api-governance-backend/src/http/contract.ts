import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { load } from 'js-yaml';

/** Path of the contract this plugin keeps. */
export function contractPath(): string {
  return resolvePackagePath('@treaty/plugin-api-governance-backend', 'src/schema/openapi.yaml');
}

/** The first segment of every path of the contract, for example `/apis`. */
export function contractRoots(): string[] {
  const document = load(readFileSync(contractPath(), 'utf8'));
  if (typeof document !== 'object' || document === null || !('paths' in document)) {
    throw new Error(`${contractPath()} has no paths`);
  }
  const paths = Object.keys(document.paths as object);
  return [...new Set(paths.map(path => `/${path.split('/')[1]}`))];
}

/**
 * Refuses requests that are not what the contract says, and turns parameters into what it says they are: numbers,
 * booleans, lists, defaults. In tests it holds the answers against the contract, too.
 */
export function contractMiddleware(options: { validateResponses: boolean }): RequestHandler[] {
  return OpenApiValidator.middleware({
    apiSpec: contractPath(),
    validateApiSpec: options.validateResponses,
    validateRequests: { allowUnknownQueryParameters: false },
    validateResponses: options.validateResponses,
    validateSecurity: false, // the guard does that, with Backstage's own services
    fileUploader: false,
  }) as RequestHandler[];
}
