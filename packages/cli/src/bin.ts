import { setFlagsFromString } from 'node:v8';
import { processIo } from './io';
import { main } from './main';

// V8 lets the nursery grow while a large document is read, in Node 24 to a third of all memory. What a comparison makes
// either dies at once or lives to the end: a small nursery takes less memory and time there. In Node 20 it takes more time.
if (Number.parseInt(process.versions.node, 10) >= 24) setFlagsFromString('--semi-space-growth-factor=1');

// A reader that goes away early (`treaty diff … | head`) is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set, not forced: what is still in the pipe must arrive.
main(process.argv.slice(2), processIo()).then(code => {
  process.exitCode = code;
});
