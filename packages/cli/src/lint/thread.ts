import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { LintDone, LintJob } from './job';

/** What a job may use. */
export interface Limits {
  seconds: number;
  megabytes: number;
}

/** A limit that was hit, in words for people. */
export class LimitReached extends Error {
  constructor(
    readonly kind: 'time' | 'memory',
    message: string,
  ) {
    super(message);
  }
}

type Answer = { done: LintDone } | { error: string };

/**
 * One worker for all documents of a run. It can be stopped, which a rule with a bad pattern cannot, and it runs out of
 * its own memory instead of everybody's.
 */
export class LintThread {
  private worker: Worker | undefined;

  /** @param file - the built worker. */
  constructor(
    private readonly file: string,
    private readonly limits: Limits,
  ) {}

  async run(job: LintJob): Promise<LintDone> {
    const { seconds, megabytes } = this.limits;
    // Left to itself, V8 lets twice as much garbage lie as a large document needs, and is no faster for it.
    setFlagsFromString('--heap-growing-percent=20');
    const worker = (this.worker ??= new Worker(this.file, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    }));
    try {
      return await new Promise<LintDone>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new LimitReached('time', `it took longer than ${seconds} s`)),
          seconds * 1000,
        );
        const told = (answer: Answer) => {
          settle();
          if ('done' in answer) resolve(answer.done);
          else reject(new Error(answer.error));
        };
        const failed = (error: Error) => {
          settle();
          const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
          reject(outOfMemory ? new LimitReached('memory', `it needed more than ${megabytes} MB`) : error);
        };
        const ended = (code: number) => {
          settle();
          reject(new Error(`the lint worker ended with ${code}`));
        };
        // One by one: a worker hears by listeners of its own, and without those the next answer never arrives.
        function settle() {
          clearTimeout(timer);
          worker.off('message', told).off('error', failed).off('exit', ended);
        }
        worker.once('message', told).once('error', failed).once('exit', ended);
        worker.postMessage(job);
      });
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Ends the worker; the next job gets a new one. */
  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}
