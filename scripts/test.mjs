// `npm test`: see scripts/test/run.mts for what it does once the dependencies are there.
import { ensureInstalled, requireNode20, runPinned } from './lib/bootstrap.mjs';

requireNode20();
await ensureInstalled();
await runPinned('scripts/test/run.mts', process.argv.slice(2));
