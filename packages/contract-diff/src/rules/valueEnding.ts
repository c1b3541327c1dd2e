import { isObject } from '../model/reader';
import { Ending } from '../model/types';
import { Notes } from '../normalize/norm';

/** Deprecation of one enum value: its own entry in `x-deprecated-enum-values`, else the schema's. */
export function valueEnding(notes: Notes, value: unknown): Ending {
  const listed = notes.deprecatedValues;
  const entries: unknown[] = Array.isArray(listed) ? listed : [];
  for (const entry of entries) {
    if (entry === value) return { deprecated: true, sunset: notes.sunset };
    if (isObject(entry) && (entry.value === value || entry.name === value)) {
      return {
        deprecated: true,
        sunset: entry['x-sunset'] ?? entry.sunset ?? entry.removalDate ?? notes.sunset,
      };
    }
  }
  if (isObject(listed) && typeof value === 'string' && Object.prototype.hasOwnProperty.call(listed, value)) {
    const entry = listed[value];
    if (isObject(entry)) return { deprecated: true, sunset: entry['x-sunset'] ?? entry.sunset };
    return { deprecated: true, sunset: typeof entry === 'string' ? entry : notes.sunset };
  }
  return { deprecated: notes.deprecated, sunset: notes.sunset };
}
