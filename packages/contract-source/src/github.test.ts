import { appendPointer } from '@treaty/contract-findings';
import { readFileSync } from 'node:fs';
import { loadDocument } from './load';
import { locatePointers } from './locate';

/** The place of a pointer by walking the text line by line; right for this document, which is printed with two spaces. */
function placesByIndentation(text: string): Map<string, string> {
  const out = new Map<string, string>();
  const path: Array<{ indent: number; pointer: string; items?: number }> = [{ indent: -1, pointer: '' }];
  text.split('\n').forEach((line, index) => {
    const indent = line.length - line.trimStart().length;
    const body = line.trim();
    if (/^[}\]],?$/.test(body) || body === '') return;
    while (path[path.length - 1].indent >= indent) path.pop();
    const parent = path[path.length - 1];
    const key = /^("(?:[^"\\]|\\.)*"): /.exec(body)?.[1];
    if (index === 0) {
      path[0] = { indent: -1, pointer: '' };
      return;
    }
    const token =
      parent.items === undefined && key !== undefined ? (JSON.parse(key) as string) : (parent.items ?? 0);
    const pointer = appendPointer(parent.pointer, token);
    if (parent.items !== undefined) parent.items++;
    out.set(pointer, `${index + 1}:${indent + 1}`);
    if (/[[{]$/.test(body)) path.push({ indent, pointer, items: body.endsWith('[') ? 0 : undefined });
  });
  return out;
}

describe('GitHub’s published description, 13 MB', () => {
  const bytes = readFileSync(require.resolve('@octokit/openapi-new/generated/api.github.com.json'));

  it('loads whole, every reference found', async () => {
    const { document, problems } = await loadDocument('github.json', { read: async () => bytes });
    expect(problems).toEqual([]);
    expect(document?.specification).toEqual({ kind: 'openapi', version: '3.0.3' });
    expect(document?.root).toEqual(JSON.parse(bytes.toString('utf8')));
  });

  it('locates any of its pointers', () => {
    const text = bytes.toString('utf8');
    const places = placesByIndentation(text);
    expect(places.size).toBeGreaterThan(200_000);
    const pointers = [...places.keys()].filter((_, index) => index % 97 === 0);
    const found = locatePointers(text, pointers).map(({ line, column }) => `${line}:${column}`);
    expect(pointers.map((pointer, i) => [pointer, found[i]])).toEqual(
      pointers.map(pointer => [pointer, places.get(pointer)]),
    );
  });
});
