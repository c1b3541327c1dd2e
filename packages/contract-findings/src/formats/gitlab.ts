import { digest } from '../fingerprint';
import { Format } from './format';
import { Item, itemsOf } from './items';

const SEVERITY = { error: 'critical', warning: 'minor', note: 'info' } as const;

/** GitLab's Code Quality report: a list of issues, each at a line of a file of the repository. */
export const gitlab: Format = {
  id: 'gitlab',
  extension: 'json',
  summary: 'Code Quality of GitLab',
  render(any, options) {
    const seen = new Map<string, number>();
    const issues = itemsOf(any, options).map(item => issue(item, seen));
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};

function issue(item: Item, seen: Map<string, number>) {
  const { place } = item;
  return {
    description: [item.title, ...item.details].join('\n'),
    check_name: item.rule,
    fingerprint: unique(item, seen),
    severity: item.accepted ? 'info' : SEVERITY[item.severity],
    // An issue without a place is dropped by GitLab; the settings are what a run without a file is about.
    location: { path: place?.file ?? 'treaty.yaml', lines: { begin: Math.max(1, place?.line ?? 1) } },
  };
}

/** GitLab drops an issue whose fingerprint it has seen. One rule may speak twice at one place, or in two APIs. */
function unique(item: Item, seen: Map<string, number>): string {
  const identity = [
    item.api ?? item.place?.file ?? '',
    item.kind,
    item.rule,
    item.fingerprint ?? item.title,
  ].join('\u0001');
  const turn = seen.get(identity) ?? 0;
  seen.set(identity, turn + 1);
  return digest(`${identity}\u0001${turn}`).slice(0, 32);
}
