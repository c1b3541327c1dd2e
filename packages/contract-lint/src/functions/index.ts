import { LintRule } from '../rule';
import { arrayItemsPresent } from './array-items-present';
import { enumExtensibilityStated } from './enum-extensibility-stated';
import { errorResponsesDocumented } from './error-responses-documented';
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
import { requestSchemaPresent } from './request-schema-present';
import { requiredPropertyExists } from './required-property-exists';
import { successResponsePresent } from './success-response-present';
import { successResponseSchema } from './success-response-schema';
import { versionSemantic } from './version-semantic';

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
];
