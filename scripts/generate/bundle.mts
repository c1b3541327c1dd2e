import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../lib/bootstrap.mjs';

/** Loads a workspace package's TypeScript sources as one CommonJS module. */
export function loadPackage<T>(entry: string): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'treaty-generate-'));
  const outfile = path.join(folder, 'bundle.cjs');
  try {
    buildSync({ entryPoints: [path.join(root, entry)], outfile, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'error' });
    return createRequire(outfile)(outfile) as T;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
