import net from 'node:net';

/** Reads PORT; throws a sentence for people when it is no TCP port. */
export function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return 7007;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is '${text}'; it must be a whole number from 1 to 65535, for example: PORT=7008 npm start`);
  }
  return port;
}

/** Throws a sentence for people when somebody listens on the port already, saying whether it is Treaty itself. */
export async function ensurePortFree(port: number): Promise<void> {
  const taken = await new Promise<boolean>((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else if (error.code === 'EACCES') reject(new Error(`This account may not listen on port ${port}. Use one above 1023: PORT=7007 npm start`));
      else reject(error);
    });
    server.listen(port, process.env.TREATY_HOST ?? '127.0.0.1', () => server.close(() => resolve(false)));
  });
  if (!taken) return;
  const ours = await isTreaty(port);
  throw new Error(
    ours
      ? `Treaty is running already at http://localhost:${port}. Stop it with Ctrl-C where it runs, or start a second one: PORT=${port + 1} TREATY_DATA_DIR=.treaty-2 npm start`
      : `Port ${port} is taken by another program. Choose another port: PORT=${port + 1} npm start`,
  );
}

/**
 * Whether what listens there is a Treaty portal: it alone refuses a stranger on that path as problem details. A server
 * that answers everything with a page or with 401 is somebody else's.
 */
async function isTreaty(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/api-governance/overview`, { signal: AbortSignal.timeout(2000) });
    return response.status === 401 && (response.headers.get('content-type') ?? '').startsWith('application/problem+json');
  } catch {
    // Whatever listens there does not speak HTTP, or not in time.
    return false;
  }
}
