/**
 * `npm run generate` writes every generated file; `--check` exits 1 when one of them is not what its source gives.
 * Generated: the HTTP types of the governance plugin, docs/rules/*.md, docs/rulesets/*.md,
 * rulesets/**, docs/cli.md.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/bootstrap.mjs';
import { commandPage } from './generate/command-page.mts';
import { lintPages } from './generate/lint-pages.mts';
import { rulePages } from './generate/rule-pages.mts';
import { settingsSchemas } from './generate/settings-schemas.mts';

const check = process.argv.includes('--check');
let drift = spawnSync(process.execPath, ['plugins/api-governance-common/scripts/generate.mjs', ...(check ? ['--check'] : [])], { cwd: root, stdio: 'inherit' }).status !== 0;

const files = new Map([...rulePages(), ...lintPages(), ...commandPage(), ...settingsSchemas()]);
/** Folders that hold nothing but generated files: whatever else lies there has lost its source. */
const OWNED = ['docs/rules', 'docs/rulesets', 'rulesets'];
const stale = OWNED.flatMap(folder => filesBelow(folder)).filter(name => !files.has(name));

for (const [name, wanted] of files) {
  const file = path.join(root, name);
  const present = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  if (present === wanted) continue;
  if (check) {
    drift = true;
    process.stderr.write(`${name} does not match its source; run: npm run generate\n`);
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, wanted);
  }
}
for (const name of stale) {
  if (check) {
    drift = true;
    process.stderr.write(`${name} has no source any more; run: npm run generate\n`);
  } else fs.rmSync(path.join(root, name));
}
if (!drift) process.stderr.write(`${files.size + 1} generated files ${check ? 'are up to date' : 'written'}\n`);
process.exit(drift ? 1 : 0);

function filesBelow(folder: string): string[] {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap(entry => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}
