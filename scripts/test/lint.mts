/** ESLint over every package, then the floors of docs/architecture.md. */
import path from 'node:path';
import { root } from '../lib/bootstrap.mjs';
import { exitCode } from './outcome.mts';

const eslint = await exitCode(process.execPath, [path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'), 'repo', 'lint', '--max-warnings', '0']);
const floors = await exitCode(process.execPath, [
  path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'packages', 'plugins',
]);
process.exit(eslint === 0 && floors === 0 ? 0 : 1);
