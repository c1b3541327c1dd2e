import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';
import type { ProblemDetails } from '@treaty/plugin-api-governance-common';

interface Kind {
  type: string;
  title: string;
  status: number;
  next: string;
}

const kind = (slug: string, status: number, title: string, next: string): Kind => ({
  type: `urn:treaty:problem:${slug}`,
  title,
  status,
  next,
});

const UNEXPECTED = kind(
  'unexpected',
  500,
  'Something went wrong on the server',
  'Try again; if it stays, give the instance to who runs this portal.',
);

const BY_STATUS = new Map(
  [
    kind('invalid-request', 400, 'The request is not valid', 'Correct the request and send it again.'),
    kind('unauthenticated', 401, 'Not signed in', 'Send a valid Backstage token as bearer token.'),
    kind('forbidden', 403, 'Not allowed', 'Ask who runs this portal for the permission.'),
    kind('not-found', 404, 'Not found', 'Check the address; lists show what there is.'),
    kind(
      'method-not-allowed',
      405,
      'Method not allowed',
      'Use a method that the contract has for this path.',
    ),
    kind('not-acceptable', 406, 'Not acceptable', 'Ask for a media type that the contract has.'),
    kind('conflict', 409, 'Conflict', 'Wait until what is under way has ended.'),
    kind('too-large', 413, 'The request is too large', 'Send less at once.'),
    kind('unsupported-media-type', 415, 'Unsupported media type', 'Send a media type that the contract has.'),
    kind('unavailable', 503, 'Not available now', 'Try again in a moment.'),
  ].map(one => [one.status, one]),
);

/** Status of the error classes of `@backstage/errors`; they may come from another copy of the package, so by name. */
const STATUS_BY_NAME: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/** RFC 9457 answer for an error. Unexpected ones say nothing of their cause but a name to find it in the log by. */
export function toProblemDetails(error: unknown, instance: string): ProblemDetails {
  if (!(error instanceof Error)) return { ...UNEXPECTED, instance };
  const status = STATUS_BY_NAME[error.name] ?? statusOf(error);
  const known = status === undefined ? undefined : BY_STATUS.get(status);
  if (!known) return { ...UNEXPECTED, instance };
  const errors = errorsOf(error);
  return { ...known, detail: error.message, instance, ...(errors.length > 0 && { errors }) };
}

/** Answers every error of the router as `application/problem+json`; logs the ones that are ours. */
export function problemMiddleware(logger: LoggerService): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblemDetails(error, `urn:uuid:${randomUUID()}`);
    if (problem.status >= 500) {
      logger.error(
        `request failed, ${problem.instance}`,
        error instanceof Error ? error : new Error(String(error)),
      );
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** `status` of errors made by Express and by the request validator; only statuses that blame the request are believed. */
function statusOf(error: Error): number | undefined {
  if (!('status' in error) || typeof error.status !== 'number') return undefined;
  return error.status >= 400 && error.status < 500 ? error.status : undefined;
}

function errorsOf(error: Error): Array<{ path: string; message: string }> {
  if (!('errors' in error) || !Array.isArray(error.errors)) return [];
  return error.errors.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('path' in item) || !('message' in item)) return [];
    return [{ path: String(item.path), message: String(item.message) }];
  });
}
