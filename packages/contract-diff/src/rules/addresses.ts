import { Operation, Server } from '../model/types';

/** An address of an operation: server and path together, names of parameters erased. */
export interface Address {
  server: Server;
  full: string;
  /** As {@link Server.base}. */
  fullBase: string;
}

/** Everywhere an operation is served. */
export function addressesOf(operation: Operation): Address[] {
  const path = operation.template.replace(/\{[^}]*\}/g, '{}');
  return operation.servers.map(server => ({
    server,
    full: server.url + path,
    fullBase: server.base + path,
  }));
}

/** A document with one operation, served there. */
export function underServer(...servers: object[]): object {
  return { servers, paths: { '/a': { get: { responses: {} } } } };
}
