import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileHost } from './files';

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
});
