/** Everything that can be wrong before the portal runs is one line that says what it is and what to do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/lib/bootstrap.mjs';
import { findChromium } from '../../scripts/lib/chromium.mts';
import { ensureFreeSpace, saysDiskFull } from '../../scripts/lib/disk.mts';
import { freePort } from '../../scripts/lib/postgres.mts';
import { checkDatabase } from '../../scripts/portal/database-url.mts';
import { ensurePortFree, portFrom } from '../../scripts/portal/port.mts';
import { fakePostgres, type Answer } from './fake-postgres.mts';

/** The refusal's words; they must be one line. */
async function wordsOf(attempt: () => unknown): Promise<string> {
  let caught: unknown;
  try {
    await attempt();
  } catch (error) {
    caught = error;
  }
  assert(caught instanceof Error, 'it was not refused');
  assert.doesNotMatch(caught.message, /\n/);
  return caught.message;
}

async function listening(server: net.Server, attempt: (port: number) => Promise<void>): Promise<void> {
  const sockets = new Set<net.Socket>();
  server.on('connection', socket => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await attempt((server.address() as net.AddressInfo).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  }
}

describe('a port', () => {
  it('that is no port', async () => {
    assert.equal(portFrom(undefined), 7007);
    for (const text of ['abc', '0', '70000', '80.5']) {
      assert.match(await wordsOf(() => portFrom(text)), /PORT is '.*'; it must be a whole number .* PORT=7008 npm start/);
    }
  });

  it('that is free passes', async () => {
    await ensurePortFree(await freePort());
  });

  const answering = (status: number, type: string) =>
    http.createServer((_request, response) => void response.writeHead(status, { 'content-type': type, connection: 'close' }).end('{}'));

  for (const [who, server] of [
    ['a program that speaks no HTTP', net.createServer(socket => socket.end('220 mail\r\n'))],
    ['a web server that answers everything', answering(200, 'text/html')],
    ['a server that lets nobody in', answering(401, 'text/plain')],
  ] as const) {
    it(`that ${who} has`, async () => {
      await listening(server, async port => {
        assert.equal(
          await wordsOf(() => ensurePortFree(port)),
          `Port ${port} is taken by another program. Choose another port: PORT=${port + 1} npm start`,
        );
      });
    });
  }

  it('that a portal of ours has', async () => {
    await listening(answering(401, 'application/problem+json; charset=utf-8'), async port => {
      assert.match(await wordsOf(() => ensurePortFree(port)), /^Treaty is running already at .* or start a second one: PORT=/);
    });
  });
});

describe('DATABASE_URL', () => {
  const against = async (answer: Answer) => {
    const server = await fakePostgres(answer);
    try {
      return await wordsOf(() => checkDatabase(`postgres://treaty:hunter2@127.0.0.1:${server.port}/treaty`));
    } finally {
      await server.close();
    }
  };

  it('of a Postgres that is new enough passes', async () => {
    const server = await fakePostgres({ version: '140000' });
    await checkDatabase(`postgres://treaty@127.0.0.1:${server.port}/treaty`);
    await server.close();
  });

  it('of a Postgres that is too old', async () => {
    assert.match(await against({ version: '130014' }), /is Postgres 13; Treaty needs 14 or newer\. Upgrade that server/);
  });

  for (const [code, message, next] of [
    ['28P01', 'password authentication failed for user "treaty"', /Correct the password/],
    ['3D000', 'database "treaty" does not exist', /Create that database first/],
    ['XX000', 'something odd', /Expected postgres:\/\/user:password@host/],
  ] as const) {
    it(`refused with ${code}, without showing the password`, async () => {
      const words = await against({ refuse: { code, message } });
      assert(words.includes(`cannot be used: ${message}.`), words);
      assert.match(words, next);
      assert.doesNotMatch(words, /hunter2/);
    });
  }

  it('where nobody listens, by address and by name', async () => {
    const port = await freePort();
    for (const host of ['127.0.0.1', 'localhost']) {
      const words = await wordsOf(() => checkDatabase(`postgres://a:hunter2@${host}:${port}/b`));
      assert.match(words, new RegExp(`at ${host}:${port} .*ECONNREFUSED.*Start that server, or correct host and port`));
    }
  });

  it('that is no address of a Postgres', async () => {
    for (const url of ['mysql://a:hunter2@b/c', 'localhost:5432', 'postgres://a:b@:x']) {
      const words = await wordsOf(() => checkDatabase(url));
      assert.match(words, /is no address of a Postgres database\. Write it as postgres:\/\//);
      assert.doesNotMatch(words, /hunter2/);
    }
  });
});

describe('a disk', () => {
  it('without the space that is needed, the folder still to be made included', async () => {
    const folder = path.join(os.tmpdir(), 'not', 'there', 'yet');
    ensureFreeSpace(folder, 0, 'nothing');
    assert.match(
      await wordsOf(() => ensureFreeSpace(folder, 2 ** 40, 'a new database')),
      /^The disk is full: .* has \d+ MiB free, a new database needs 1099511627776\. Free some space, or name another place: TREATY_DATA_DIR=/,
    );
  });

  it('that is full is recognised in the words of Postgres, Node and npm', () => {
    for (const words of [
      'initdb: error: could not write to file "x": No space left on device',
      "ENOSPC: no space left on device, write",
      'npm error nospc ENOSPC: no space left on device',
    ]) assert(saysDiskFull(words), words);
    assert(!saysDiskFull('FATAL: could not open file'));
  });
});

describe('the machine', () => {
  it('with a Node that is too old', () => {
    for (const script of ['scripts/start.mjs', 'scripts/test.mjs']) {
      // A version that says of itself to be older; the scripts must load and end before they do anything.
      const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })";
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(older)}`, path.join(root, script)], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, /^treaty ✖ Node 18\.20\.4 is too old; Treaty needs Node 20 or newer\.\n +Install a current Node/);
    }
  });

  it('without a browser', async () => {
    assert.match(await wordsOf(() => findChromium({ PATH: '' }, [])), /^No browser was found\. Install Chromium or Chrome, or name one: CHROME_PATH=/);
    assert.match(await wordsOf(() => findChromium({ CHROME_PATH: '/nowhere/chrome' }, [])), /there is no such file\. Correct it/);
  });
});
