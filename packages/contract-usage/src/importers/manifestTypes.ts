/** What a consumer states about one operation. Absent members are not stated; present ones are complete. */
export interface ManifestOperation {
  /** An operationId or `GET /orders/{id}`. */
  name: string;
  line?: number;
  /** Parameter name to the declared members that are sent; `true` when the value is not stated. */
  query?: Record<string, string[] | true>;
  headers?: Record<string, string[] | true>;
  cookies?: Record<string, string[] | true>;
  /** Pointers of the request body that are always sent. */
  sends?: string[];
  /** By pointer of the request body: the enum members that are sent. */
  values?: Record<string, string[]>;
  contentTypes?: string[];
  accepts?: string[];
  /** `scheme` or `scheme/scope`. */
  security?: string[];
  /** By status: pointers of the response body that are read. */
  reads?: Record<string, string[]>;
  /** By status: those of them that the reader cannot do without. */
  requires?: Record<string, string[]>;
  /** By pointer of a response body: members that are handled and what happens with others. */
  enums?: Record<string, { values: string[]; unknown?: 'tolerated' | 'breaks' }>;
}

export interface ManifestUse {
  api: string;
  line?: number;
  environments: string[];
  /** Nothing else of this API is used. */
  complete: boolean;
  /** ISO date; empty when the manifest does not say, which counts as stale. */
  reviewed: string;
  operations: ManifestOperation[];
}

/** A `treaty/v1` usage manifest. */
export interface UsageManifest {
  uri: string;
  consumer: string;
  uses: ManifestUse[];
}
