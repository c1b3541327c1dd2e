import { Io } from './io';

/** Nothing is said about work that is done before anybody would wonder. */
const QUIET_MS = 1000;
const REPEAT_MS = 2000;

/** Tells on standard error what is being done, once it takes over a second, and then at most every two seconds. */
export function progress(io: Io): (doing: string) => void {
  const start = io.now().getTime();
  let told = start + QUIET_MS - REPEAT_MS;
  return doing => {
    const now = io.now().getTime();
    if (now - start < QUIET_MS || now - told < REPEAT_MS) return;
    told = now;
    io.err(`… ${doing} (${((now - start) / 1000).toFixed(0)} s)\n`);
  };
}
