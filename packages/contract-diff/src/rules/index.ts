import { discriminatorChanged } from './discriminator-changed';
import { discriminatorValueAdded } from './discriminator-value-added';
import { discriminatorValueRemoved } from './discriminator-value-removed';
import { encodingChanged } from './encoding-changed';
import { linkAdded } from './link-added';
import { linkChanged } from './link-changed';
import { mediaTypeAdded } from './media-type-added';
import { mediaTypeRangeChanged } from './media-type-range-changed';
import { mediaTypeRemoved } from './media-type-removed';
import { modelRemoved } from './model-removed';
import { modelRenamed } from './model-renamed';
import { operationAdded } from './operation-added';
import { operationIdChanged } from './operation-id-changed';
import { operationRemoved } from './operation-removed';
import { parameterAdded } from './parameter-added';
import { parameterBecameOptional } from './parameter-became-optional';
import { parameterBecameRequired } from './parameter-became-required';
import { parameterBecameText } from './parameter-became-text';
import { parameterEmptyValueRefused } from './parameter-empty-value-refused';
import { parameterRemoved } from './parameter-removed';
import { parameterRenamed } from './parameter-renamed';
import { parameterStyleChanged } from './parameter-style-changed';
import { partHeaderAdded } from './part-header-added';
import { partHeaderBecameOptional } from './part-header-became-optional';
import { partHeaderBecameRequired } from './part-header-became-required';
import { partHeaderRemoved } from './part-header-removed';
import { requestBodyBecameOptional } from './request-body-became-optional';
import { requestBodyBecameRequired } from './request-body-became-required';
import { requestBodyRemoved } from './request-body-removed';
import { responseAdded } from './response-added';
import { responseHeaderAdded } from './response-header-added';
import { responseHeaderBecameOptional } from './response-header-became-optional';
import { responseHeaderBecameRequired } from './response-header-became-required';
import { responseHeaderRemoved } from './response-header-removed';
import { responseHeaderStyleChanged } from './response-header-style-changed';
import { responseRemoved } from './response-removed';
import { schemaAdditionalPropertiesClosed } from './schema-additional-properties-closed';
import { schemaAdditionalPropertiesOpened } from './schema-additional-properties-opened';
import { schemaBranchAdded } from './schema-branch-added';
import { schemaBranchRemoved } from './schema-branch-removed';
import { schemaConstraintAdded } from './schema-constraint-added';
import { schemaConstraintRemoved } from './schema-constraint-removed';
import { schemaContentChanged } from './schema-content-changed';
import { schemaDefaultChanged } from './schema-default-changed';
import { schemaEnumDropped } from './schema-enum-dropped';
import { schemaEnumIntroduced } from './schema-enum-introduced';
import { schemaEnumValueAdded } from './schema-enum-value-added';
import { schemaEnumValueRemoved } from './schema-enum-value-removed';
import { schemaFacetAdded } from './schema-facet-added';
import { schemaFacetRemoved } from './schema-facet-removed';
import { schemaLimitLoosened } from './schema-limit-loosened';
import { schemaLimitTightened } from './schema-limit-tightened';
import { schemaNarrowed } from './schema-narrowed';
import { schemaPatternAdded } from './schema-pattern-added';
import { schemaPatternRemoved } from './schema-pattern-removed';
import { schemaPropertyAdded } from './schema-property-added';
import { schemaPropertyBecameOptional } from './schema-property-became-optional';
import { schemaPropertyBecameRequired } from './schema-property-became-required';
import { schemaPropertyRemoved } from './schema-property-removed';
import { schemaSunsetChanged } from './schema-sunset-changed';
import { schemaTypeAdded } from './schema-type-added';
import { schemaTypeRemoved } from './schema-type-removed';
import { schemaUniqueItemsAdded } from './schema-unique-items-added';
import { schemaUniqueItemsRemoved } from './schema-unique-items-removed';
import { schemaWidened } from './schema-widened';
import { schemaXmlChanged } from './schema-xml-changed';
import { securityFlowRemoved } from './security-flow-removed';
import { securityRelaxed } from './security-relaxed';
import { securityScopeRemoved } from './security-scope-removed';
import { securityTightened } from './security-tightened';
import { securityUrlChanged } from './security-url-changed';
import { serverAdded } from './server-added';
import { serverRemoved } from './server-removed';
import { serverVariableDefaultChanged } from './server-variable-default-changed';
import { serverVariableFixed } from './server-variable-fixed';
import { sunsetChanged } from './sunset-changed';
import { versionNotRaised } from './version-not-raised';
import { Rule, Surface } from './define';

/** Every rule, by id. Adding one is one file and one line. */
export const rules: readonly Rule[] = [
  discriminatorChanged as Rule,
  discriminatorValueAdded as Rule,
  discriminatorValueRemoved as Rule,
  encodingChanged as Rule,
  linkAdded as Rule,
  linkChanged as Rule,
  mediaTypeAdded as Rule,
  mediaTypeRangeChanged as Rule,
  mediaTypeRemoved as Rule,
  modelRemoved as Rule,
  modelRenamed as Rule,
  operationAdded as Rule,
  operationIdChanged as Rule,
  operationRemoved as Rule,
  parameterAdded as Rule,
  parameterBecameOptional as Rule,
  parameterBecameRequired as Rule,
  parameterBecameText as Rule,
  parameterEmptyValueRefused as Rule,
  parameterRemoved as Rule,
  parameterRenamed as Rule,
  parameterStyleChanged as Rule,
  partHeaderAdded as Rule,
  partHeaderBecameOptional as Rule,
  partHeaderBecameRequired as Rule,
  partHeaderRemoved as Rule,
  requestBodyBecameOptional as Rule,
  requestBodyBecameRequired as Rule,
  requestBodyRemoved as Rule,
  responseAdded as Rule,
  responseHeaderAdded as Rule,
  responseHeaderBecameOptional as Rule,
  responseHeaderBecameRequired as Rule,
  responseHeaderRemoved as Rule,
  responseHeaderStyleChanged as Rule,
  responseRemoved as Rule,
  schemaAdditionalPropertiesClosed as Rule,
  schemaAdditionalPropertiesOpened as Rule,
  schemaBranchAdded as Rule,
  schemaBranchRemoved as Rule,
  schemaConstraintAdded as Rule,
  schemaConstraintRemoved as Rule,
  schemaContentChanged as Rule,
  schemaDefaultChanged as Rule,
  schemaEnumDropped as Rule,
  schemaEnumIntroduced as Rule,
  schemaEnumValueAdded as Rule,
  schemaEnumValueRemoved as Rule,
  schemaFacetAdded as Rule,
  schemaFacetRemoved as Rule,
  schemaLimitLoosened as Rule,
  schemaLimitTightened as Rule,
  schemaNarrowed as Rule,
  schemaPatternAdded as Rule,
  schemaPatternRemoved as Rule,
  schemaPropertyAdded as Rule,
  schemaPropertyBecameOptional as Rule,
  schemaPropertyBecameRequired as Rule,
  schemaPropertyRemoved as Rule,
  schemaSunsetChanged as Rule,
  schemaTypeAdded as Rule,
  schemaTypeRemoved as Rule,
  schemaUniqueItemsAdded as Rule,
  schemaUniqueItemsRemoved as Rule,
  schemaWidened as Rule,
  schemaXmlChanged as Rule,
  securityFlowRemoved as Rule,
  securityRelaxed as Rule,
  securityScopeRemoved as Rule,
  securityTightened as Rule,
  securityUrlChanged as Rule,
  serverAdded as Rule,
  serverRemoved as Rule,
  serverVariableDefaultChanged as Rule,
  serverVariableFixed as Rule,
  sunsetChanged as Rule,
  versionNotRaised as Rule,
];

/** The rules about one kind of thing. */
export function rulesOn<S extends Surface>(surface: S): Array<Rule<S>> {
  return rules.filter(rule => rule.on === surface) as unknown as Array<Rule<S>>;
}
