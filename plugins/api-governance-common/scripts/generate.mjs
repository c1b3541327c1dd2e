/**
 * Writes src/generated/openapi.ts from the HTTP contract of the backend plugin.
 *
 *   node scripts/generate.mjs           writes the file
 *   node scripts/generate.mjs --check   exits 1 when the file is not what the contract gives
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const contract = resolve(here, '../../api-governance-backend/src/schema/openapi.yaml');
const target = resolve(here, '../src/generated/openapi.ts');
const root = resolve(here, '../../..');
const shown = relative(root, target);

const HEADER = `/* eslint-disable */
// Generated from ${relative(root, contract)} by ${relative(root, fileURLToPath(import.meta.url))}. Do not edit.
`;

const ast = await openapiTS(await readFile(contract, 'utf8'), { immutable: false });
const wanted = `${HEADER}\n${astToString(ast)}`;

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (present !== wanted) {
    process.stderr.write(
      `${shown} does not match the contract; run: node ${relative(root, fileURLToPath(import.meta.url))}\n`,
    );
    process.exit(1);
  }
  process.stderr.write(`${shown} is up to date\n`);
} else {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, wanted);
  process.stderr.write(`${shown} written\n`);
}
