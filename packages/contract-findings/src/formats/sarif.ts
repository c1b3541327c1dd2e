import { Acceptance, formatAcceptance } from '../acceptance';
import { Format, FormatOptions } from './format';
import { Item, itemsOf, Place } from './items';

/** Our own key, so that another tool's fingerprints for the same file cannot be taken for ours. */
const FINGERPRINT_KEY = 'treatyFinding/v1';

/** SARIF 2.1.0, for code scanning. */
export const sarif: Format = {
  id: 'sarif',
  extension: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning',
  render(any, options) {
    const items = itemsOf(any, options);
    const findings = items.filter(item => item.kind !== 'problem');
    const problems = items.filter(item => item.kind === 'problem');
    const rules = [...new Set(findings.map(item => item.rule))].sort();
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: driver(rules, options) },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: problems.every(problem => problem.severity !== 'error'),
              toolExecutionNotifications: problems.map(notification),
            },
          ],
          results: findings.map(item => result(item, rules)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function driver(rules: readonly string[], { version }: FormatOptions) {
  return {
    name: 'treaty',
    ...(version === undefined ? {} : { version, semanticVersion: version }),
    rules: rules.map(id => ({
      id,
      help: { text: `What it means, why, and what to do instead: treaty explain ${id}` },
    })),
  };
}

function result(item: Item, rules: readonly string[]) {
  return {
    ruleId: item.rule,
    ruleIndex: rules.indexOf(item.rule),
    level: item.severity,
    message: { text: [item.title, ...item.details].join('\n') },
    locations: item.place ? [{ physicalLocation: physical(item.place) }] : [],
    ...(item.oldPlace
      ? {
          relatedLocations: [
            { id: 1, message: { text: 'before' }, physicalLocation: physical(item.oldPlace) },
          ],
        }
      : {}),
    ...(item.fingerprint === undefined
      ? {}
      : { partialFingerprints: { [FINGERPRINT_KEY]: item.fingerprint } }),
    ...(item.accepted ? { suppressions: [suppression(item.accepted)] } : {}),
    ...(item.api === undefined ? {} : { properties: { api: item.api } }),
  };
}

function notification(item: Item) {
  return {
    descriptor: { id: item.rule },
    level: item.severity,
    message: { text: [item.title, ...item.details].join('\n') },
    ...(item.place ? { locations: [{ physicalLocation: physical(item.place) }] } : {}),
  };
}

function suppression(accepted: Acceptance) {
  return {
    kind: 'external',
    status: 'accepted',
    justification: formatAcceptance(accepted),
    location: { physicalLocation: physical(accepted) },
  };
}

function physical(place: Place | Acceptance) {
  const { file, line } = place;
  const column = 'column' in place ? place.column : undefined;
  return {
    artifactLocation: uri(file),
    ...(line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  };
}

/** Relative to the repository where it is in it. */
function uri(file: string) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(file)) return { uri: file };
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? { uri: `file://${encoded}` } : { uri: encoded, uriBaseId: '%SRCROOT%' };
}
