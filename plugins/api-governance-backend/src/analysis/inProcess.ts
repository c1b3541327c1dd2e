import { analyse } from './analyse';
import type { Analyser } from './types';

/** Reads definitions in this thread; for tests and small tools. */
export const inProcessAnalyser: Analyser = { analyse, rest: async () => {} };
