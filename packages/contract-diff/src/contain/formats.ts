/** What is known of a `format` that constrains values. */
export interface FormatFacts {
  /** A short value that has it, readable in a message. */
  valid: readonly string[];
  /** A value that has not. */
  invalid: string;
  /** Decides membership the way common validators do. */
  test: (text: string) => boolean;
  /** Formats that contain this one. */
  within: readonly string[];
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]\d{2}:?\d{2})$/i;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
const UUID = /^(urn:uuid:)?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Formats of strings that validators assert. Formats that are not here are annotations, or unknown. */
export const FORMATS: Readonly<Record<string, FormatFacts>> = {
  date: { valid: ['2026-01-31', '2025-12-01'], invalid: 'soon', test: text => DATE.test(text), within: [] },
  'date-time': {
    valid: ['2026-01-31T12:00:00Z', '2025-12-01T08:30:00Z'],
    invalid: 'soon',
    test: text =>
      text.length > 11 && DATE.test(text.slice(0, 10)) && /[t ]/i.test(text[10]) && TIME.test(text.slice(11)),
    within: [],
  },
  time: { valid: ['12:00:00Z', '08:30:00Z'], invalid: 'noon', test: text => TIME.test(text), within: [] },
  duration: {
    valid: ['P1D', 'PT1H'],
    invalid: 'long',
    test: text => /^P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/.test(text),
    within: [],
  },
  email: {
    valid: ['ada@example.com', 'bob@example.com'],
    invalid: 'nobody',
    test: text => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text),
    within: ['idn-email'],
  },
  hostname: {
    valid: ['example.com', 'example.org'],
    invalid: '-',
    test: text => new RegExp(`^${LABEL}(\\.${LABEL})*\\.?$`, 'i').test(text),
    within: ['idn-hostname'],
  },
  ipv4: { valid: ['192.0.2.1', '192.0.2.2'], invalid: 'nowhere', test: text => IPV4.test(text), within: [] },
  ipv6: {
    valid: ['2001:db8::1', '2001:db8::2'],
    invalid: 'nowhere',
    test: text => /^[0-9a-f:]*::?[0-9a-f:.]*$/i.test(text) && text.length > 1,
    within: [],
  },
  uri: {
    valid: ['https://example.com/a', 'https://example.com/b'],
    invalid: 'not a uri',
    test: text => URI.test(text),
    within: ['uri-reference', 'iri', 'iri-reference'],
  },
  'uri-reference': {
    valid: ['/a', '/b'],
    invalid: 'not a uri',
    test: text => !/[\s<>"{}|\\^`]/.test(text),
    within: ['iri-reference'],
  },
  uuid: {
    valid: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
    invalid: 'not-a-uuid',
    test: text => UUID.test(text),
    within: [],
  },
  'json-pointer': {
    valid: ['/a', '/b'],
    invalid: 'a',
    test: text => /^(\/([^~/]|~0|~1)*)*$/.test(text),
    within: [],
  },
};

/** Formats that change how a value is shown or held, not which values there are. */
export const ANNOTATION_FORMATS: ReadonlySet<string> = new Set([
  'password',
  'int64',
  'double',
  'binary',
  'byte',
  'idn-email',
  'idn-hostname',
  'iri',
  'iri-reference',
]);

/** The largest number that single precision holds (IEEE 754). */
const FLOAT_MAX = 3.4028234663852886e38;

/** What a numeric format admits. */
export interface NumericRange {
  low: number;
  high: number;
  /** Integers only. */
  whole: boolean;
  /** Numbers outside that are easy to read, where neighbours of the ends are one number to JavaScript. */
  beyond?: readonly number[];
}

const NUMERIC_RANGES: Readonly<Record<string, NumericRange>> = {
  int32: { low: -2147483648, high: 2147483647, whole: true },
  float: { low: -FLOAT_MAX, high: FLOAT_MAX, whole: false, beyond: [1e39, -1e39] },
};

/** The range of a numeric format that is one. */
export function numericRange(format: string): NumericRange | undefined {
  return Object.prototype.hasOwnProperty.call(NUMERIC_RANGES, format) ? NUMERIC_RANGES[format] : undefined;
}

/** True when every string of format `inner` also has format `outer`. */
export function formatWithin(inner: string, outer: string): boolean {
  return inner === outer || (FORMATS[inner]?.within.includes(outer) ?? false);
}
