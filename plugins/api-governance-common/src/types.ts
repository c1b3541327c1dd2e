import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

export type ApiSummary = Schemas['ApiSummary'];
export type ApiDetail = Schemas['ApiDetail'];
export type ApiPage = Schemas['ApiPage'];
export type FamilyMember = Schemas['FamilyMember'];
export type LineDeprecation = Schemas['LineDeprecation'];
export type Release = Schemas['Release'];
export type ReleasePage = Schemas['ReleasePage'];
export type Operation = Schemas['Operation'];
export type OperationPage = Schemas['OperationPage'];
export type Consumer = Schemas['Consumer'];
export type ConsumerPage = Schemas['ConsumerPage'];
export type UsedOperation = Schemas['UsedOperation'];
export type EvidenceItem = Schemas['Evidence'];
export type AffectedConsumer = Schemas['AffectedConsumer'];
export type Deprecation = Schemas['Deprecation'];
export type DeprecationDetail = Schemas['DeprecationDetail'];
export type DeprecationPage = Schemas['DeprecationPage'];
export type DeprecationKind = Schemas['DeprecationKind'];
export type DeprecationState = Schemas['DeprecationState'];
export type IngestionProblem = Schemas['IngestionProblem'];
export type ProblemPage = Schemas['ProblemPage'];
export type ProblemState = Schemas['ProblemState'];
export type Facets = Schemas['Facets'];
export type FacetValue = Schemas['FacetValue'];
export type Overview = Schemas['Overview'];
export type IngestionRun = Schemas['IngestionRun'];
export type IngestionPage = Schemas['IngestionPage'];
export type ProblemDetails = Schemas['ProblemDetails'];
export type PageInfo = Schemas['Page'];

/** Query of `GET /apis`. */
export type ListApisQuery = NonNullable<operations['listApis']['parameters']['query']>;
/** Query of `GET /apis/{namespace}/{name}/consumers`. */
export type ListConsumersQuery = NonNullable<operations['listConsumers']['parameters']['query']>;
/** Query of `GET /apis/{namespace}/{name}/releases/{digest}/operations`. */
export type ListOperationsQuery = NonNullable<operations['listOperations']['parameters']['query']>;
/** Query of `GET /apis/{namespace}/{name}/releases/{digest}/excerpt`. */
export type GetExcerptQuery = NonNullable<operations['getReleaseExcerpt']['parameters']['query']>;
/** Query of `GET /deprecations`. */
export type ListDeprecationsQuery = NonNullable<operations['listDeprecations']['parameters']['query']>;
/** Query of `GET /problems`. */
export type ListProblemsQuery = NonNullable<operations['listProblems']['parameters']['query']>;

/** States a deprecation can be in, in the order of its life. */
export const DEPRECATION_STATES: readonly DeprecationState[] = [
  'announced',
  'deprecated',
  'sunset-due',
  'zombie',
  'removed',
];

/** What can be deprecated, from the whole line to one value. */
export const DEPRECATION_KINDS: readonly DeprecationKind[] = [
  'api',
  'operation',
  'parameter',
  'header',
  'schema',
  'property',
  'enum-value',
];
