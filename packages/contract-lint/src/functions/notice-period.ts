import { parseSunset } from '@treaty/contract-findings';
import { deprecatedParts } from '../model/deprecated';
import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const DAY = 24 * 60 * 60 * 1000;
/** Where contracts of the field write since when something is deprecated, and until when it stays. */
const SINCE = [['x-deprecated-at'], ['x-github', 'deprecationDate'], ['x-ms-deprecation', 'date']];
const UNTIL = [['x-sunset'], ['x-github', 'removalDate'], ['x-ms-deprecation', 'removalDate']];

const get = (since: string | undefined, sunset: string) =>
  exampleDocument({
    '/orders': {
      get: {
        operationId: 'listOrders',
        deprecated: true,
        ...(since && { 'x-deprecated-at': since }),
        'x-sunset': sunset,
        responses: { '204': { description: 'Empty.' } },
      },
    },
  });

export const noticePeriod = defineLintRule({
  id: 'notice-period',
  ruleset: 'deprecation',
  severity: 'warn',
  options: {
    days: { type: 'number', default: 180, description: 'Days between the announcement and the sunset.' },
  },
  summary: 'Between announcement and sunset there is time to move.',
  why: 'Consumers plan in quarters. A sunset that comes sooner is met by nobody and then moved, which teaches everybody not to take the next one seriously.',
  instead:
    'Choose a later `x-sunset`. Write since when it is deprecated with `x-deprecated-at`; without it only the gate, which knows the published versions, can count the days.',
  examples: {
    bad: [
      { title: 'a month', document: get('2026-11-01', '2026-12-01') },
      {
        title: 'less than this house asks for',
        document: get('2026-01-01', '2026-12-31'),
        options: { days: 365 },
      },
    ],
    good: [
      { title: 'half a year and more', document: get('2026-11-01', '2027-06-30') },
      { title: 'nobody knows since when', document: get(undefined, '2026-12-01') },
    ],
  },
  check({ api, options }, report) {
    const days = Number(options.days);
    for (const { node, label } of deprecatedParts(api)) {
      const since = dateAt(node.value, SINCE);
      const until = dateAt(node.value, UNTIL);
      // Without a date of announcement there is nothing to count from; silence here is no verdict.
      if (!since || !until) continue;
      const notice = Math.floor((until.at.getTime() - since.at.getTime()) / DAY);
      if (notice >= days) report.pass();
      else
        report.fail(
          childNode(node, until.path),
          `${label} gives ${notice} days of notice, and ${days} are asked for`,
        );
    }
  },
});

function dateAt(value: unknown, paths: readonly string[][]): { at: Date; path: string[] } | undefined {
  for (const path of paths) {
    const found = path.reduce<unknown>((current, key) => own(current, key), value);
    const date = found === undefined ? undefined : parseSunset(found);
    if (date?.kind === 'date') return { at: date.at, path };
  }
  return undefined;
}
