// @ts-check

// The entry of the analysis thread. Plain JavaScript: Node starts a thread from a file before any TypeScript transform
// sees it; the preloaded transform of the process then takes care of what is required from here.
const { parentPort } = require('node:worker_threads');
const { analyse } = require('./analyse');

parentPort?.on('message', async request => {
  try {
    parentPort?.postMessage({ result: await analyse(request) });
  } catch (error) {
    // Our bug, not the document's; the other side throws it again.
    parentPort?.postMessage({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
