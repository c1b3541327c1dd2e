import { LintRule } from '../rule';
import { arrayItemsPresent } from './array-items-present';
import { errorResponsesDocumented } from './error-responses-documented';
import { operationIdPresent } from './operation-id-present';
import { operationIdUnique } from './operation-id-unique';
import { parameterSchemaPresent } from './parameter-schema-present';
import { pathParametersDeclared } from './path-parameters-declared';
import { pathUnambiguous } from './path-unambiguous';
import { propertyTyped } from './property-typed';
import { referencesResolve } from './references-resolve';
import { requestSchemaPresent } from './request-schema-present';
import { successResponsePresent } from './success-response-present';
import { successResponseSchema } from './success-response-schema';
import { versionSemantic } from './version-semantic';

/** Every rule that ships with Treaty, in the order the pages list them. */
export const lintRules: readonly LintRule[] = [
  operationIdPresent,
  operationIdUnique,
  pathUnambiguous,
  pathParametersDeclared,
  referencesResolve,
  successResponsePresent,
  successResponseSchema,
  errorResponsesDocumented,
  requestSchemaPresent,
  parameterSchemaPresent,
  propertyTyped,
  arrayItemsPresent,
  versionSemantic,
];
