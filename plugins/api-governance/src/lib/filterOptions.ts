import { FacetValue } from '@treaty/plugin-api-governance-common';
import { FilterOption } from '../components/FilterBar';
import { nameRef } from './entityRefs';

/** Filter options of entity references, by name, each with how often it occurs. */
export function refOptions(values: readonly FacetValue[] = []): FilterOption[] {
  return values
    .map(({ value, count }) => ({ id: value, label: `${nameRef(value).name} (${count})` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Filter options of plain values, most frequent first as the server sends them. */
export function valueOptions(values: readonly FacetValue[] = []): FilterOption[] {
  return values.map(({ value, count }) => ({ id: value, label: `${value} (${count})` }));
}

/** Filter options of a fixed vocabulary. */
export function wordOptions(words: Record<string, string | { label: string }>): FilterOption[] {
  return Object.entries(words).map(([id, word]) => ({
    id,
    label: typeof word === 'string' ? word : word.label,
  }));
}
