import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Analyser, AnalysisRequest, AnalysisResult } from './types';

export interface WorkerAnalyserOptions {
  /** Seconds one document may take. */
  timeoutSeconds?: number;
  /** Megabytes of heap one document may take. */
  memoryMegabytes?: number;
  /** Node options of the worker; by default those of this process, which hold the TypeScript transform. */
  execArgv?: string[];
}

/** What the worker answers. */
type Answer = { result: AnalysisResult } | { error: string };

/**
 * Reads definitions in a thread of its own: a 13 MB document keeps a processor busy for seconds, during which this
 * process has to answer requests, and a hostile one might never end. The thread ends with the run that needed it.
 */
export function createWorkerAnalyser(options: WorkerAnalyserOptions = {}): Analyser {
  const { timeoutSeconds = 120, memoryMegabytes = 2048, execArgv } = options;
  let worker: Worker | undefined;

  const start = () =>
    new Worker(resolvePackagePath('@treaty/plugin-api-governance-backend', 'src/analysis/workerMain.js'), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
      ...(execArgv && { execArgv }),
    });

  const stop = async () => {
    const running = worker;
    worker = undefined;
    await running?.terminate();
  };

  return {
    rest: stop,
    async analyse(request) {
      worker ??= start();
      try {
        const outcome = await ask(worker, request, timeoutSeconds * 1000);
        if ('result' in outcome) return outcome.result;
        await stop();
        return giveUp(request, outcome.gaveUp);
      } catch (error) {
        await stop(); // a thread that failed once is not asked again
        throw error;
      }
    },
  };
}

function ask(
  worker: Worker,
  request: AnalysisRequest,
  timeout: number,
): Promise<{ result: AnalysisResult } | { gaveUp: string }> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const once = (settle: () => void) => {
      if (listening.signal.aborted) return;
      listening.abort();
      settle();
    };
    const timer = setTimeout(
      () => once(() => resolve({ gaveUp: `it took longer than ${timeout / 1000} seconds` })),
      timeout,
    );
    const onMessage = (answer: Answer) =>
      once(() => ('result' in answer ? resolve(answer) : reject(new Error(answer.error))));
    const onError = (error: Error & { code?: string }) =>
      once(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve({ gaveUp: 'it took too much memory' })
          : reject(error),
      );
    const onExit = (code: number) =>
      once(() => reject(new Error(`the analysis thread ended with code ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    listening.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    });
    worker.postMessage(request);
  });
}

function giveUp(request: AnalysisRequest, why: string): AnalysisResult {
  return {
    problems: [
      {
        code: 'document-too-costly',
        message: `the document could not be read: ${why}`,
        file: request.file,
        next: 'Make it smaller, or raise apiGovernance.ingestion.documentTimeoutSeconds or documentMemoryMegabytes.',
        severity: 'error',
      },
    ],
    usage: [],
  };
}
