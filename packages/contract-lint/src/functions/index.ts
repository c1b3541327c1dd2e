import { LintRule } from '../rule';
import { arrayItemsPresent } from './array-items-present';
import { credentialsInParameters } from './credentials-in-parameters';
import { deprecatedNotRequired } from './deprecated-not-required';
import { deprecatedPropertyExplained } from './deprecated-property-explained';
import { deprecationFlagMissing } from './deprecation-flag-missing';
import { enumExtensibilityStated } from './enum-extensibility-stated';
import { errorResponsesDocumented } from './error-responses-documented';
import { httpsOnly } from './https-only';
import { noBasicAuth } from './no-basic-auth';
import { numberFormat } from './number-format';
import { objectClosednessStated } from './object-closedness-stated';
import { oneOfDiscriminator } from './one-of-discriminator';
import { operationIdPresent } from './operation-id-present';
import { operationIdUnique } from './operation-id-unique';
import { parameterSchemaPresent } from './parameter-schema-present';
import { pathParametersDeclared } from './path-parameters-declared';
import { pathUnambiguous } from './path-unambiguous';
import { propertyTyped } from './property-typed';
import { refSiblingsIgnored } from './ref-siblings-ignored';
import { referencesResolve } from './references-resolve';
import { replacementNamed } from './replacement-named';
import { requestSchemaPresent } from './request-schema-present';
import { requiredPropertyExists } from './required-property-exists';
import { securityDefined } from './security-defined';
import { securitySchemeKnown } from './security-scheme-known';
import { successResponsePresent } from './success-response-present';
import { successResponseSchema } from './success-response-schema';
import { sunsetNotPast } from './sunset-not-past';
import { sunsetParseable } from './sunset-parseable';
import { sunsetPresent } from './sunset-present';
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
  replacementNamed,
  sunsetNotPast,
  sunsetParseable,
  sunsetPresent,
  credentialsInParameters,
  httpsOnly,
  noBasicAuth,
  securityDefined,
  securitySchemeKnown,
  writesSecured,
];
