import { isMainThread, workerData } from 'node:worker_threads';
import { processIo } from './io';
import { WORKER_MARK } from './lint/mark';
import { main } from './main';

// A reader that goes away early (`treaty diff … | head`) is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

if (!isMainThread && workerData === WORKER_MARK) {
  import('./lint/worker').then(({ serve }) => serve());
} else {
  // The exit code is set, not forced: what is still in the pipe must arrive.
  main(process.argv.slice(2), processIo()).then(code => {
    process.exitCode = code;
  });
}
