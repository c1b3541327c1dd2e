/** `npm run bench`: start-up of the command and one lint and one check, beside bare Node; medians taken in turn. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/lib/bootstrap.mjs';
import { mediansInTurn, printTable } from './measure.mts';

const treaty = path.join(root, 'packages/cli/dist/treaty.cjs');
if (!fs.existsSync(treaty)) throw new Error('Build the command first: npx treaty --version');
const base = path.join(root, 'catalog/apis/orders-v2/openapi.yaml');
const proposed = path.join(root, 'fixtures/proposed-changes/orders-customer-email-removed/openapi.yaml');

const found = await mediansInTurn({
  'node -e 0': [process.execPath, '-e', '0'],
  'treaty --help': [process.execPath, treaty, '--help'],
  'treaty diff (orders)': [process.execPath, treaty, 'diff', base, proposed],
  'treaty lint (orders)': [process.execPath, treaty, 'lint', base],
  'treaty check (orders)': [process.execPath, treaty, 'check', proposed, '--base', base],
}, 7);
const bare = found['node -e 0'].seconds;
printTable(['command', 'median', 'over bare node', 'memory'], Object.entries(found).map(([name, sample]) => [
  name, `${(sample.seconds * 1000).toFixed(0)} ms`, `${((sample.seconds - bare) * 1000).toFixed(0)} ms`, `${sample.megabytes.toFixed(0)} MB`,
]));
