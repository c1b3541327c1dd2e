import { processIo } from './io';
import { main } from './main';

// A reader that goes away early (`treaty diff … | head`) is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set, not forced: what is still in the pipe must arrive.
main(process.argv.slice(2), processIo()).then(code => {
  process.exitCode = code;
});
