import { LintRule } from '../rule';
import { arrayItemsPresent } from './array-items-present';
import { authErrorsDocumented } from './auth-errors-documented';
import { credentialsInParameters } from './credentials-in-parameters';
import { deprecatedNotRequired } from './deprecated-not-required';
import { deprecatedPropertyExplained } from './deprecated-property-explained';
import { deprecationFlagMissing } from './deprecation-flag-missing';
import { deprecationHeadersDocumented } from './deprecation-headers-documented';
import { enumExtensibilityStated } from './enum-extensibility-stated';
import { errorProblemDetails } from './error-problem-details';
import { errorResponsesDocumented } from './error-responses-documented';
import { httpsOnly } from './https-only';
import { idempotencyStated } from './idempotency-stated';
import { messageExamplesPresent } from './message-examples-present';
import { noBasicAuth } from './no-basic-auth';
import { noSecrets } from './no-secrets';
import { noticePeriod } from './notice-period';
import { numberFormat } from './number-format';
import { objectClosednessStated } from './object-closedness-stated';
import { oneOfDiscriminator } from './one-of-discriminator';
import { operationDescribed } from './operation-described';
import { operationDescriptionDistinct } from './operation-description-distinct';
import { operationIdPresent } from './operation-id-present';
import { operationIdToolName } from './operation-id-tool-name';
import { operationIdUnique } from './operation-id-unique';
import { operationScopesStated } from './operation-scopes-stated';
import { paginationStated } from './pagination-stated';
import { parameterDescribed } from './parameter-described';
import { parameterSchemaPresent } from './parameter-schema-present';
import { pathParametersDeclared } from './path-parameters-declared';
import { pathUnambiguous } from './path-unambiguous';
import { propertyDescriptionCoverage } from './property-description-coverage';
import { propertyTyped } from './property-typed';
import { rateLimitDocumented } from './rate-limit-documented';
import { refSiblingsIgnored } from './ref-siblings-ignored';
import { referencesResolve } from './references-resolve';
import { replacementNamed } from './replacement-named';
import { requestSchemaPresent } from './request-schema-present';
import { requiredPropertyExists } from './required-property-exists';
import { securityDefined } from './security-defined';
import { securitySchemeKnown } from './security-scheme-known';
import { sideEffectsStated } from './side-effects-stated';
import { successResponsePresent } from './success-response-present';
import { successResponseSchema } from './success-response-schema';
import { sunsetNotPast } from './sunset-not-past';
import { sunsetParseable } from './sunset-parseable';
import { sunsetPresent } from './sunset-present';
import { toolBudget } from './tool-budget';
import { versionSemantic } from './version-semantic';
import { writesSecured } from './writes-secured';

/** Every rule that ships with Treaty, by ruleset and name: the order in which the pages list them. */
export const lintRules: readonly LintRule[] = [
  arrayItemsPresent,
  enumExtensibilityStated,
  errorResponsesDocumented,
  numberFormat,
  objectClosednessStated,
  oneOfDiscriminator,
  operationIdPresent,
  operationIdUnique,
  parameterSchemaPresent,
  pathParametersDeclared,
  pathUnambiguous,
  propertyTyped,
  refSiblingsIgnored,
  referencesResolve,
  requestSchemaPresent,
  requiredPropertyExists,
  successResponsePresent,
  successResponseSchema,
  versionSemantic,
  deprecatedNotRequired,
  deprecatedPropertyExplained,
  deprecationFlagMissing,
  deprecationHeadersDocumented,
  noticePeriod,
  replacementNamed,
  sunsetNotPast,
  sunsetParseable,
  sunsetPresent,
  authErrorsDocumented,
  credentialsInParameters,
  httpsOnly,
  noBasicAuth,
  noSecrets,
  securityDefined,
  securitySchemeKnown,
  writesSecured,
  errorProblemDetails,
  idempotencyStated,
  messageExamplesPresent,
  operationDescribed,
  operationDescriptionDistinct,
  operationIdToolName,
  operationScopesStated,
  paginationStated,
  parameterDescribed,
  propertyDescriptionCoverage,
  rateLimitDocumented,
  sideEffectsStated,
  toolBudget,
];
