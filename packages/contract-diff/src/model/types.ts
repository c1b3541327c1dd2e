import { Ref } from '../normalize/norm';
import { Loc, Node } from './reader';

/** What a contract says about the end of a thing. */
export interface Ending {
  deprecated: boolean;
  /** `x-sunset` or what other vocabularies call it, as written. */
  sunset?: unknown;
  replacedBy?: string;
}

export const PARAMETER_PLACES = ['path', 'query', 'header', 'cookie'] as const;
export type ParameterPlace = (typeof PARAMETER_PLACES)[number];

export interface Parameter extends Ending {
  /** Place and name; path parameters by position, header names in lower case. */
  key: string;
  place: ParameterPlace;
  name: string;
  required: boolean;
  /** How arrays and objects are written, as one comparable word: `form explode`, `simple`, `content application/json`. */
  style: string;
  /** The style was not spelled out. */
  implicit: boolean;
  /** May be sent without a value, `?q=` (`allowEmptyValue`). */
  emptyAllowed: boolean;
  schema: Ref;
  loc: Loc;
  /** Equal exactly for parameters without a difference. */
  hash: number;
}

export interface Header extends Ending {
  name: string;
  required: boolean;
  /** Like {@link Parameter.style}. */
  style: string;
  schema: Ref;
  loc: Loc;
}

/** How one field of a form, or one part of a multipart message, is written. */
export interface Encoding {
  /** The property, or the position: `0`, `*` for those that are not listed. */
  name: string;
  positional: boolean;
  /** Media types as listed, lower case; `undefined`: whatever its schema suggests. */
  contentTypes?: readonly string[];
  /** Like {@link Parameter.style}. */
  style: string;
  /** The style was not spelled out. */
  implicit: boolean;
  /** Headers of the part by name in lower case. */
  headers: ReadonlyMap<string, Header>;
}

export interface Media {
  /** Lower case, without parameters: `application/json`, `image/*`. */
  type: string;
  schema: Ref;
  /** How fields and parts are written, where something is said about it. */
  encoding: ReadonlyMap<string, Encoding>;
  loc: Loc;
}

export interface Body {
  required: boolean;
  media: readonly Media[];
  loc: Loc;
  hash: number;
}

export interface Response {
  /** `200`, `4XX`, `default`. */
  status: string;
  media: readonly Media[];
  headers: ReadonlyMap<string, Header>;
  links: ReadonlyMap<string, string>;
  loc: Loc;
  hash: number;
}

/** What goes over the wire for one security scheme. */
export interface Credential {
  /** The scheme's name in the contract, as consumers declare it. */
  scheme: string;
  place: 'header' | 'query' | 'cookie' | 'connection';
  /** Header, query parameter or cookie. */
  name: string;
  /** An example of what is sent there. */
  example: string;
  /** What the contract says about the end of the scheme. */
  ending?: Ending;
}

/** One way to get the token that a security scheme asks for. */
export interface TokenSource {
  scheme: string;
  /** `clientCredentials`, `authorizationCode`, `openIdConnect`. */
  flow: string;
  /** `tokenUrl` and its like with where they are. */
  urls: ReadonlyMap<string, string>;
  /** Scopes that are given there; `undefined` where the contract does not list them. */
  scopes?: ReadonlySet<string>;
}

/** An address that an operation is served at. */
export interface Server {
  /** Absolute or relative; variables with a list of values are spelled out, others are `{}`. */
  url: string;
  /** Every variable without a list of values stands at its default, as it does for callers who choose nothing. */
  base: string;
  /** Every variable stands at its default. */
  chosen: string;
  /** Every variable is `{}`. */
  shape: string;
}

/** One way to be let in: what goes over the wire, with the scopes it needs. Empty: nothing is needed. */
export type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

export interface Operation extends Ending {
  /** Method and template with parameter names erased. */
  key: string;
  method: string;
  template: string;
  /** As a Subject names it. */
  label: string;
  /** Callbacks and webhooks: the provider writes the request. */
  inverted: boolean;
  operationId: string | undefined;
  parameters: ReadonlyMap<string, Parameter>;
  body: Body | undefined;
  responses: ReadonlyMap<string, Response>;
  security: readonly Alternative[];
  /** The schemes behind {@link security}, by what goes over the wire. */
  credentials: ReadonlyMap<string, Credential>;
  /** Where the tokens come from that {@link security} asks for. */
  tokenSources: readonly TokenSource[];
  securityLoc: Loc;
  servers: readonly Server[];
  serversLoc: Loc;
  callbacks: ReadonlyMap<string, Operation>;
  loc: Loc;
  hash: number;
}

/** A whole contract. */
export interface Api {
  specification: string;
  title: string | undefined;
  version: string | undefined;
  operations: ReadonlyMap<string, Operation>;
  webhooks: ReadonlyMap<string, Operation>;
  /** Keys of the component schemas by name, for generated models; a key is made when it is asked for. */
  models: ReadonlyMap<string, () => number>;
  info: Node;
}
