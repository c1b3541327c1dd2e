import { Format } from './format';
import { Item, itemsOf } from './items';
import { count } from './words';

/** GitHub shows ten annotations of a kind for one step and drops the rest without a word. */
const SHOWN = 10;
const COMMAND = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Workflow commands: each puts its message at a line of the pull request. */
export const github: Format = {
  id: 'github',
  extension: 'txt',
  summary: 'annotations of GitHub Actions',
  render(any, options) {
    const items = itemsOf(any, options).filter(item => item.severity !== 'note' || item.accepted);
    const open = items.filter(item => !item.accepted);
    const lines = [
      ...limited(
        open.filter(item => item.severity === 'error'),
        'error',
      ),
      ...limited(
        open.filter(item => item.severity === 'warning'),
        'warning',
      ),
      ...limited(
        items.filter(item => item.accepted),
        'note',
      ),
    ];
    return lines.map(line => `${line}\n`).join('');
  },
};

function limited(items: readonly Item[], severity: Item['severity']): string[] {
  if (items.length <= SHOWN) return items.map(item => annotation(item, severity));
  const rest = items.length - SHOWN + 1;
  const what = { error: 'error', warning: 'warning', note: 'accepted finding' }[severity];
  return [
    ...items.slice(0, SHOWN - 1).map(item => annotation(item, severity)),
    `::${COMMAND[severity]}::${data(`and ${count(rest, `more ${what}`)}; the report has them all`)}`,
  ];
}

function annotation(item: Item, severity: Item['severity']): string {
  const { place } = item;
  const properties = [
    ...(place ? [['file', place.file]] : []),
    ...(place?.line === undefined ? [] : [['line', String(place.line)]]),
    ...(place?.line === undefined || place.column === undefined ? [] : [['col', String(place.column)]]),
    ['title', item.rule],
  ].map(([name, value]) => `${name}=${property(value)}`);
  return `::${COMMAND[severity]} ${properties.join(',')}::${data([item.title, ...item.details].join('\n'))}`;
}

/** What follows `::` ends at a line break, and `%` begins an escape. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Properties also end at a comma, and the command at a colon. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
