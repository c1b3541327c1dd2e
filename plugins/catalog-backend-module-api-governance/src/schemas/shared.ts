/** A day or an instant, as RFC 3339 writes them. */
export const calendarDate = {
  type: 'string',
  anyOf: [{ format: 'date' }, { format: 'date-time' }],
  'x-expected': 'a date such as 2027-06-30',
} as const;

/** A reference to an entity of one kind; kind and namespace may be left out, as everywhere in the catalog. */
export function entityRef(kind: string) {
  return {
    type: 'string',
    pattern: `^([${kind[0].toUpperCase()}${kind[0]}]${kind.slice(1)}:)?([^:/\\s]+/)?[^:/\\s]+$`,
    'x-expected': `a reference such as ${kind}:default/name`,
  } as const;
}

export const line = { type: 'string', minLength: 1 } as const;
export const address = {
  type: 'string',
  format: 'uri',
  'x-expected': 'an address such as https://logs.example/x',
} as const;
