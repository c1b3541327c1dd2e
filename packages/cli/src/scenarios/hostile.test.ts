import { spawn } from 'node:child_process';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { HARMLESS, HOSTILE, Hostile, HUGE } from './hostile';
import { Repository } from './repository';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');
/** Far beyond what is promised: the machine that tests may be busy. What takes for ever is still found. */
const PATIENCE_MS = 60_000;

interface Answer {
  status: number | null;
  text: string;
}

describe('documents that somebody hands in to hurt', () => {
  let repository: Repository;
  let server: Server;
  let asked = 0;

  beforeAll(async () => {
    repository = new Repository({ 'old.yaml': HARMLESS });
    server = createServer((_, response) => {
      asked++;
      response.end('{}');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    repository.remove();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  /** With 1 GB of heap, in a process of its own. */
  function run(command: string[]): Promise<Answer> {
    return new Promise(resolve => {
      const child = spawn(process.execPath, ['--max-old-space-size=1024', LAUNCHER, ...command], {
        cwd: repository.folder,
        env: { PATH: process.env.PATH, HOME: repository.folder },
        timeout: PATIENCE_MS,
      });
      const chunks: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => chunks.push(chunk));
      child.on('close', status => resolve({ status, text: Buffer.concat(chunks).toString() }));
    });
  }

  function check(content: string | Buffer): Promise<Answer> {
    writeFileSync(path.join(repository.folder, 'new.yaml'), content);
    return run(['check', 'new.yaml', '--base', 'old.yaml', '--now', '2026-11-24']);
  }

  it.each([...HOSTILE, ...HUGE].map(hostile => [hostile.name, hostile] as const))(
    '%s',
    async (_, { content, exit }: Hostile) => {
      const { status, text } = await check(content);
      expect(text).not.toMatch(/this is a bug in treaty|root:x:0:0|heap out of memory/);
      expect(exit).toContain(status);
    },
    2 * PATIENCE_MS,
  );

  it(
    'the other way round: a hostile base is told and does not stop a change that mends it',
    async () => {
      writeFileSync(path.join(repository.folder, 'new.yaml'), `${HARMLESS}x-deep: ${'['.repeat(10_000)}\n`);
      const { status, text } = await run(['check', 'old.yaml', '--base', 'new.yaml', '--now', '2026-11-24']);
      expect(text).toContain('the base document cannot be read');
      // Nothing was compared; what lint finds in it counts as for a new document.
      expect([0, 1]).toContain(status);
    },
    2 * PATIENCE_MS,
  );

  it(
    'asks no server, however a $ref is spelled',
    async () => {
      const address = `127.0.0.1:${(server.address() as AddressInfo).port}/x.yaml`;
      for (const target of [
        `http://${address}`,
        `HTTP://${address}#/a`,
        `//${address}`,
        `https://${address}`,
      ]) {
        expect(
          (await check(HARMLESS.replace('schema: { type: object }', `schema: { $ref: '${target}' }`))).status,
        ).toBe(2);
      }
      expect(asked).toBe(0);
    },
    4 * PATIENCE_MS,
  );
});
