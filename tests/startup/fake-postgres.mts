import net from 'node:net';

/** What the server says to whoever connects. */
export type Answer = { version: string } | { refuse: { code: string; message: string } };

/**
 * Speaks just enough of Postgres' protocol (version 3) to let a client in without a password and to answer any query
 * with one value, or to refuse it.
 */
export async function fakePostgres(answer: Answer): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    sockets.add(socket);
    let greeted = false;
    socket.on('error', () => socket.destroy());
    socket.on('data', data => {
      if (!greeted) {
        greeted = true;
        socket.write('refuse' in answer ? refusal(answer.refuse) : Buffer.concat([message('R', int32(0)), ready()]));
      } else if (data[0] === 0x51 && 'version' in answer) {
        socket.write(Buffer.concat([oneRow(answer.version), ready()]));
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return {
    port: address.port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

function message(type: string, ...body: Buffer[]): Buffer {
  const content = Buffer.concat(body);
  return Buffer.concat([Buffer.from(type), int32(content.length + 4), content]);
}

function oneRow(value: string): Buffer {
  const text = 25;
  return Buffer.concat([
    message('T', int16(1), zeroEnded('server_version_num'), int32(0), int16(0), int32(text), int16(-1), int32(-1), int16(0)),
    message('D', int16(1), int32(Buffer.byteLength(value)), Buffer.from(value)),
    message('C', zeroEnded('SHOW')),
  ]);
}

function refusal({ code, message: text }: { code: string; message: string }): Buffer {
  return message('E', zeroEnded('SFATAL'), zeroEnded('VFATAL'), zeroEnded(`C${code}`), zeroEnded(`M${text}`), Buffer.from([0]));
}

const ready = () => message('Z', Buffer.from('I'));
const zeroEnded = (text: string) => Buffer.from(`${text}\0`);

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}
