import { ReactNode, useEffect, useRef, useState } from 'react';
import { Button, SearchField, Select } from '@backstage/ui';
import styles from './FilterBar.module.css';

/** Typing pauses this long before the list is asked again. */
const SEARCH_PAUSE_MS = 300;

/** Search over a list; asks only when the typing pauses, and follows the address when that changes. */
export function ListSearch(props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (v: string) => void;
}) {
  const { label, placeholder, value, onChange } = props;
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <div className={styles.search}>
      <SearchField label={label} placeholder={placeholder} value={text} onChange={setText} size="small" />
    </div>
  );
}

/** A value a filter can take. */
export interface FilterOption {
  id: string;
  label: string;
}

/** A filter of which several values can be chosen; values of one filter are alternatives. */
export function FilterSelect(props: {
  label: string;
  options: FilterOption[];
  selected: string[];
  onChange: (values: string[]) => void;
  searchable?: boolean;
}) {
  const { label, options, selected, onChange, searchable } = props;
  const missing = selected.filter(id => !options.some(o => o.id === id)).map(id => ({ id, label: id }));
  return (
    <div className={styles.select}>
      <Select
        label={label}
        placeholder="All"
        selectionMode="multiple"
        size="small"
        options={[...options, ...missing]}
        value={selected}
        onChange={(keys: unknown) => onChange(Array.isArray(keys) ? keys.map(String) : [])}
        {...(searchable ? { search: { placeholder: `Find in ${label.toLowerCase()}` } } : {})}
      />
    </div>
  );
}

/** Search and filters of a list in one row, with one button to take all of them back. */
export function FilterBar(props: { children: ReactNode; filtered: boolean; onClear: () => void }) {
  return (
    <div className={styles.bar} role="search">
      {props.children}
      {props.filtered && (
        <Button variant="tertiary" size="small" onPress={props.onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
