import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  ScalarEvent,
  ScalarTagDefinition,
} from 'js-yaml';
import { clip } from './near';

const CORE = 'tag:yaml.org,2002:';

/** Tags that change what a scalar means. `!!str`, `!!timestamp` and `!!binary` keep the text: contracts hold JSON values. */
const SCALAR_TAGS: Record<string, ScalarTagDefinition | undefined> = {
  [`${CORE}null`]: nullCoreTag,
  [`${CORE}bool`]: boolCoreTag,
  [`${CORE}int`]: intCoreTag,
  [`${CORE}float`]: floatCoreTag,
};
const TEXT_TAGS = new Set(['!', `${CORE}str`, `${CORE}timestamp`, `${CORE}binary`, `${CORE}merge`]);
const COLLECTION_TAGS = new Set(['!', `${CORE}map`, `${CORE}seq`, `${CORE}omap`]);

/** A tag as written (`!!int`, `!<tag:yaml.org,2002:int>`, `!Custom`) in full. */
export function fullTag(written: string): string {
  if (written.startsWith('!<')) return written.slice(2, -1);
  return written.startsWith('!!') ? CORE + written.slice(2) : written;
}

/** True for a collection tag that adds nothing to the collection itself. */
export function isPlainCollectionTag(tag: string): boolean {
  return COLLECTION_TAGS.has(tag);
}

/**
 * The value of a scalar under the YAML 1.2 core schema. Dates and times stay text.
 * `reason` is set when an explicit tag is unknown (the text is kept) or does not fit (`fits: false`).
 */
export function scalarValue(
  source: string,
  event: ScalarEvent,
  tag: string,
): { value: unknown; reason?: string; fits?: boolean } {
  if (tag === '') return { value: event.style === SCALAR_STYLE.PLAIN ? implicitValue(source) : source };
  if (TEXT_TAGS.has(tag)) return { value: source };
  const definition = Object.hasOwn(SCALAR_TAGS, tag) ? SCALAR_TAGS[tag] : undefined;
  if (!definition)
    return {
      value: source,
      reason: `tag '${clip(tag)}' is not part of the YAML core schema; its text was kept`,
      fits: true,
    };
  const value: unknown = definition.resolve(source, true, tag);
  return value === NOT_RESOLVED
    ? { value: source, reason: `'${clip(source)}' is not a ${tag.slice(CORE.length)}`, fits: false }
    : { value };
}

function implicitValue(source: string): unknown {
  const first = source.charCodeAt(0);
  if (source === '') return null;
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    const integer: unknown = intCoreTag.resolve(source, false, '');
    if (integer !== NOT_RESOLVED) return integer;
    const float: unknown = floatCoreTag.resolve(source, false, '');
    return float === NOT_RESOLVED ? source : float;
  }
  if (source.length > 5) return source;
  switch (source) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return source;
  }
}
