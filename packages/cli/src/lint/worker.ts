import { parentPort } from 'node:worker_threads';
import { LintJob, runJob } from './job';

// The whole of a worker thread: one job after the other, for as long as there are any.
const port = parentPort;
if (!port) throw new Error('this is not a worker');
port.on('message', (job: LintJob) => {
  runJob(job).then(
    done => port.postMessage({ done }),
    (error: unknown) =>
      port.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
