import { ContractDocument, formatSubject, parseSunset, Subject } from '@treaty/contract-findings';
import type { GateWarning } from './gate';
import { child, children, follow, own, Place } from './reader';
import { DeprecationEntry } from './types';

/** What a deprecated operation documents about its headers and its contract does not say. */
export interface HeaderWarning extends GateWarning {
  warning: 'W4';
  subject: Subject;
}

/**
 * W4, as far as a document shows it: `Sunset` (RFC 8594) and `Deprecation` (RFC 9745) headers whose documented value is no
 * such value, or another day than the contract's. What a running API sends is not in the document.
 */
export function documentedHeaders(
  document: ContractDocument,
  entries: readonly DeprecationEntry[],
): HeaderWarning[] {
  const out = new Map<string, HeaderWarning>();
  for (const entry of entries.filter(one => one.kind === 'operation')) {
    const operation: Place = {
      file: entry.file,
      pointer: entry.pointer,
      value: placeOf(document, entry).value,
    };
    for (const [name, header] of headersOf(document, operation)) {
      for (const value of statedValues(header.value)) {
        const wrong = name === 'sunset' ? wrongSunset(value, entry) : wrongDeprecation(value, entry);
        if (!wrong) continue;
        const warning: HeaderWarning = { warning: 'W4', subject: entry.subject, ...wrong };
        out.set(`${formatSubject(entry.subject)} ${wrong.because}`, warning);
      }
    }
  }
  return [...out.values()];
}

function placeOf(document: ContractDocument, { file, pointer }: DeprecationEntry): Place {
  const root: Place = { file, pointer: '', value: document.files.get(file) };
  const tokens = pointer
    .split('/')
    .slice(1)
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
  return child(root, ...tokens);
}

/** The two headers of every response, by their lower case name. */
function headersOf(document: ContractDocument, operation: Place): Array<['sunset' | 'deprecation', Place]> {
  return children(child(operation, 'responses')).flatMap(([, entry]) => {
    const response = follow(document, entry).at(-1);
    return response
      ? children(child(response, 'headers')).flatMap(([name, header]) => {
          const key = name.toLowerCase();
          const target = follow(document, header).at(-1);
          const found: Array<['sunset' | 'deprecation', Place]> =
            target && (key === 'sunset' || key === 'deprecation') ? [[key, target]] : [];
          return found;
        })
      : [];
  });
}

/** Values that a header is said to have: its examples, and what its schema leaves no choice about. */
function statedValues(header: unknown): string[] {
  const schema = own(header, 'schema');
  const examples = own(header, 'examples');
  const choices = own(schema, 'enum');
  return [
    own(header, 'example'),
    own(header, 'x-example'),
    ...(Array.isArray(examples) ? [] : Object.values(examples ?? {}).map(one => own(one, 'value'))),
    own(schema, 'const'),
    own(schema, 'example'),
    own(schema, 'default'),
    ...(Array.isArray(choices) ? choices : []),
  ].filter(value => typeof value === 'string');
}

type Wrong = Pick<HeaderWarning, 'because' | 'next'>;

function wrongSunset(value: string, entry: DeprecationEntry): Wrong | undefined {
  const said = parseSunset(entry.sunset ?? '');
  const example = said.kind === 'date' ? said.at.toUTCString() : 'Wed, 30 Jun 2027 00:00:00 GMT';
  const at = httpDate(value);
  if (at === undefined)
    return {
      because: `its Sunset header is documented as '${value}', which is no HTTP date`,
      next: `Write it as in 'Sunset: ${example}'.`,
    };
  if (said.kind !== 'date' || said.at.getTime() === at) return undefined;
  return {
    because: `its Sunset header is documented as '${value}', and x-sunset is ${said.text}`,
    next: `Let both say the same: 'Sunset: ${example}'.`,
  };
}

function wrongDeprecation(value: string, entry: DeprecationEntry): Wrong | undefined {
  const said = parseSunset(entry.deprecatedOn ?? '');
  const example = `@${said.kind === 'date' ? Math.floor(said.at.getTime() / 1000) : 1767225600}`;
  const seconds = /^@(-?\d{1,15})$/.exec(value)?.[1];
  if (seconds === undefined)
    return {
      because: `its Deprecation header is documented as '${value}', which is no date as RFC 9745 writes it`,
      next: `Write seconds since 1970 behind an @, as in 'Deprecation: ${example}'.`,
    };
  if (said.kind !== 'date' || Math.floor(said.at.getTime() / 1000) === Number(seconds)) return undefined;
  return {
    because: `its Deprecation header is documented as '${value}', and the contract deprecates it on ${said.text}`,
    next: `Let both say the same: 'Deprecation: ${example}'.`,
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const IMF_FIXDATE = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** The instant of an IMF-fixdate, its day of the week included; undefined for anything else. */
function httpDate(text: string): number | undefined {
  const [, day, month, year, hour, minute, second] = IMF_FIXDATE.exec(text) ?? [];
  const at = Date.UTC(
    Number(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return !Number.isNaN(at) && new Date(at).toUTCString() === text ? at : undefined;
}
