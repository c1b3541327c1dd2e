/**
 * `npm run fuzz`: the laws of the comparison on ever new input, for an hour or `--minutes N`; `--law WORD` picks some. What
 * breaks a law is printed and kept in packages/contract-diff/src/laws/corpus.json, which the tests replay.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { root, say } from './lib/bootstrap.mjs';

interface Law {
  name: string;
  inputs: fc.Arbitrary<unknown>;
  breach(input: unknown): string | undefined;
}
interface Kept {
  law: string;
  input: unknown;
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, law: { type: 'string' } } });
const RUNS_A_ROUND = 50;
const folder = path.join(root, 'packages/contract-diff/src/laws');
const corpusFile = path.join(folder, 'corpus.json');
const bundle = path.join(root, 'node_modules/.cache/treaty-laws.mjs');
/** Published descriptions of a size that is compared in well under a second. */
const REAL = ['@blockfrost/openapi-new/openapi.yaml', '@figma/rest-api-spec-new/openapi/openapi.yaml', '@directus/specs-new/dist/openapi.json'];

await build({ entryPoints: [path.join(folder, '__testUtils__/laws.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'esm', external: ['fast-check'], logLevel: 'error', banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" } });
const { LAWS, enduranceOf } = await import(pathToFileURL(bundle).href) as { LAWS: Law[]; enduranceOf(documents: unknown[]): Law[] };
const real = REAL.map(file => load(fs.readFileSync(path.join(root, 'node_modules', file), 'utf8')));
const laws = [
  ...LAWS,
  // Their inputs name documents that the tests do not have, so they are printed and not kept.
  ...enduranceOf(real).slice(-1).map(law => ({ ...law, name: `${law.name} (published ones)` })),
].filter(law => !values.law || law.name.includes(values.law));
if (laws.length === 0) throw new Error(`no law's name holds '${values.law}'`);

const until = Date.now() + Number(values.minutes) * 60_000;
const counts = new Map(laws.map(law => [law.name, { cases: 0, breaches: 0 }]));
for (let round = 0; Date.now() < until; round++) {
  const law = laws[round % laws.length];
  const count = counts.get(law.name)!;
  const seed = (Date.now() ^ (round * 0x9e3779b1)) | 0;
  const details = fc.check(
    fc.property(law.inputs, input => {
      const breach = law.breach(input);
      if (breach !== undefined) throw new Error(breach);
    }),
    { numRuns: RUNS_A_ROUND, seed, interruptAfterTimeLimit: Math.max(1, until - Date.now()), markInterruptAsFailure: false },
  );
  count.cases += details.numRuns;
  if (!details.failed || details.counterexample === null) continue;
  count.breaches++;
  say(`${law.name}: seed ${seed}\n${JSON.stringify(details.counterexample[0])}\n${String(details.errorInstance)}`);
  if (LAWS.some(one => one.name === law.name)) keep({ law: law.name, input: details.counterexample[0] });
}

for (const [name, { cases, breaches }] of counts) process.stdout.write(`${String(cases).padStart(8)} cases, ${breaches} breaches: ${name}\n`);
process.exit([...counts.values()].some(count => count.breaches > 0) ? 1 : 0);

function keep(entry: Kept): void {
  const kept = JSON.parse(fs.readFileSync(corpusFile, 'utf8')) as Kept[];
  if (kept.some(one => JSON.stringify(one) === JSON.stringify(entry))) return;
  fs.writeFileSync(corpusFile, `${JSON.stringify([...kept, entry], undefined, 2)}\n`);
}
