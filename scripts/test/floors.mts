/** The floors of docs/architecture.md. */
import path from 'node:path';
import { root } from '../lib/bootstrap.mjs';
import { exitCode } from './outcome.mts';

process.exit(
  await exitCode(process.execPath, [
    path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'packages',
    'plugins',
  ]),
);
