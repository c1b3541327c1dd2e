import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileHost, readOwnFile } from './files';

describe('fileHost', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'treaty-files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(folder, name), content);

  it('reads one file after the other, whatever their sizes', async () => {
    const texts = ['a'.repeat(5_000_000), 'short', 'é→😀\r\n', '', 'b'.repeat(9_000_000)];
    texts.forEach((text, index) => write(String(index), text));
    const host = fileHost(folder, folder);
    for (const [index, text] of texts.entries()) {
      const read = await host.read(String(index));
      expect(Buffer.from(read).equals(Buffer.from(text))).toBe(true);
    }
  });

  it('hands over bytes that are not UTF-8 as they are, and keeps them when it reads on', async () => {
    const bytes = Uint8Array.of(0x61, 0xff, 0x62);
    write('latin', bytes);
    write('other', 'xyzxyz');
    const host = fileHost(folder, folder);
    const first = await host.read('latin');
    await host.read('other');
    expect(Buffer.from(first).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says that a folder is one', async () => {
    await expect(fileHost(folder, path.dirname(folder)).read('.')).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('waits for no pipe and reads no device', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.yaml')]);
    await expect(fileHost(folder, folder).read('pipe.yaml')).rejects.toThrow(
      'it is a pipe; write its content',
    );
    await expect(fileHost('/dev', '/dev').read('zero')).rejects.toThrow('it is a device or a socket');
  });

  it('refuses what is larger than allowed before it reads it', async () => {
    write('large.yaml', '');
    truncateSync(path.join(folder, 'large.yaml'), 5 * 1024 ** 4);
    await expect(fileHost(folder, folder).read('large.yaml')).rejects.toMatchObject({ bytes: 5 * 1024 ** 4 });
  });
});

describe('readOwnFile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'treaty-own-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the text, without its mark, and nothing for what is not there', () => {
    writeFileSync(path.join(folder, 'a.yaml'), '\ufeffa: 1\n');
    expect(readOwnFile(folder, 'a.yaml')).toEqual({ text: 'a: 1\n' });
    expect(readOwnFile(folder, 'b.yaml')).toBeUndefined();
  });

  it('follows a link inside of the repository', () => {
    mkdirSync(path.join(folder, 'shared'));
    writeFileSync(path.join(folder, 'shared', 'a.yaml'), 'a: 1\n');
    symlinkSync('shared/a.yaml', path.join(folder, 'a.yaml'));
    expect(readOwnFile(folder, 'a.yaml')).toEqual({ text: 'a: 1\n' });
  });

  it.each<[string, (file: string) => void, string]>([
    ['a folder', file => mkdirSync(file), 'it is a folder'],
    ['a pipe', file => execFileSync('mkfifo', [file]), 'it is a pipe'],
    ['a link out of it', file => symlinkSync('/etc/hostname', file), 'its link leads out of the repository'],
    ['a link to a device', file => symlinkSync('/dev/zero', file), 'its link leads out of the repository'],
    ['a link to nowhere', file => symlinkSync('nowhere', file), 'its link leads nowhere'],
    ['a link to itself', file => symlinkSync('a.yaml', file), 'its link leads to itself'],
    ['UTF-16', file => writeFileSync(file, Buffer.from('\ufeffa: 1', 'utf16le')), 'the file is UTF-16'],
    [
      'something huge',
      file => {
        writeFileSync(file, '');
        truncateSync(file, 5 * 1024 ** 4);
      },
      'it has 5,497,558,138,880 bytes',
    ],
  ])('says why it does not read %s', (_, make, reason) => {
    make(path.join(folder, 'a.yaml'));
    expect(readOwnFile(folder, 'a.yaml')?.problem).toMatchObject({
      file: 'a.yaml',
      severity: 'error',
      message: expect.stringContaining(reason),
      next: expect.stringMatching(/\w/),
    });
  });
});
