/** How a schema keyword's value is read, for hashing and for walking. Keywords not listed are documentation. */
export type KeywordKind =
  /** One subschema. */
  | 'schema'
  /** Subschemas by name. */
  | 'map'
  /** A list of subschemas whose order means nothing. */
  | 'bag'
  /** A list of subschemas whose order counts. */
  | 'list'
  /** JSON that is compared as it stands. */
  | 'data'
  /** A list whose order means nothing. */
  | 'set';

const KINDS: Record<KeywordKind, string[]> = {
  schema: [
    'items',
    'additionalItems',
    'additionalProperties',
    'not',
    'contains',
    'propertyNames',
    'if',
    'then',
    'else',
    'unevaluatedItems',
    'unevaluatedProperties',
    'contentSchema',
  ],
  map: ['properties', 'patternProperties', 'dependentSchemas'],
  bag: ['allOf', 'anyOf', 'oneOf'],
  list: ['prefixItems'],
  set: ['type', 'enum', 'required'],
  data: [
    'const',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
    'minLength',
    'maxLength',
    'pattern',
    'format',
    'minItems',
    'maxItems',
    'uniqueItems',
    'minContains',
    'maxContains',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'nullable',
    'x-nullable',
    'readOnly',
    'writeOnly',
    'default',
    'deprecated',
    'discriminator',
    'xml',
    'contentEncoding',
    'contentMediaType',
    '$dynamicRef',
    '$recursiveRef',
    'x-sunset',
    'x-replaced-by',
    'x-github',
    'x-ms-deprecation',
    'x-deprecated-enum-values',
    'x-extensible-enum',
  ],
};

/** Kind by keyword. */
export const KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map(
  (Object.keys(KINDS) as KeywordKind[]).flatMap(kind => KINDS[kind].map(name => [name, kind] as const)),
);

/** Values that say nothing: a keyword that carries one is as good as absent. */
export function saysNothing(keyword: string, value: unknown): boolean {
  switch (keyword) {
    case 'nullable':
    case 'x-nullable':
    case 'readOnly':
    case 'writeOnly':
    case 'deprecated':
    case 'uniqueItems':
      return value === false;
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return value === false;
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return value === 0;
    case 'required':
      return Array.isArray(value) && value.length === 0;
    case 'allOf':
    case 'prefixItems':
      return Array.isArray(value) && value.length === 0;
    default:
      return value === undefined;
  }
}
