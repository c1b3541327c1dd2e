/** Schemas of the files that people write for the command: they ship with it, and are published beside those of its reports. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bootstrap.mjs';

const FOLDER = path.join(root, 'packages/cli/schema');

export function settingsSchemas(): Array<[string, string]> {
  return fs.readdirSync(FOLDER).map(name => [`docs/schema/${name}`, fs.readFileSync(path.join(FOLDER, name), 'utf8')]);
}
