/**
 * `npm run bench`: start-up of the command, a diff, a lint and a check, beside bare Node. Options: --rounds N (7),
 * --node BINARY, which may be given several times; without it, the pinned Node and the `node` of the system.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { measureStart } from './start.mts';

const SYSTEM_NODE = '/usr/bin/node';
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, node: { type: 'string', multiple: true } } });
for (const node of values.node ?? [process.execPath, SYSTEM_NODE].filter(file => fs.existsSync(file)))
  await measureStart(node, Number(values.rounds));
