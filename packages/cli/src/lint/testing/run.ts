import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LintRunReport } from '@treaty/contract-findings';

const LAUNCHER = require.resolve('../../../bin/treaty.cjs');

/** Sound, deprecated, and with an example that its schema does not allow. */
export const DOCUMENT = `openapi: 3.0.3
info: { title: Orders, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders:
    get:
      operationId: listOrders
      deprecated: true
      x-sunset: 2026-12-31
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { type: object, properties: { id: { type: string } } }
              example: { id: 7 }
`;

/** A folder of its own with {@link DOCUMENT} in it, to be removed by who asked for it. */
export function folderWithDocument(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'treaty lint ')));
  writeFileSync(path.join(folder, 'openapi.yaml'), DOCUMENT);
  return folder;
}

/** `treaty lint openapi.yaml` in a folder, as a process of its own; nothing fails for what rules find. */
export function treatyLint(folder: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAUNCHER, 'lint', 'openapi.yaml', '--format', 'json', '--fail-on', 'none', ...args],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder, ...env } },
  );
  const notes = stderr.split('\n').filter(line => line.startsWith('note: '));
  const ids = () =>
    (JSON.parse(stdout) as LintRunReport).reports.flatMap(({ findings }) => findings.map(({ id }) => id));
  return { status, stdout, stderr, notes, ids };
}
