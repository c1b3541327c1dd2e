import fs from 'node:fs';
import path from 'node:path';

/**
 * Two versions of a made-up contract: `size` path items with a schema each, all of them in one ring of references, and
 * `changes` properties that are newly required. Writes both and returns their files.
 */
export function synthetic(folder: string, size: number, changes: number): { old: string; new: string } {
  const write = (name: string, changed: number) => {
    const file = path.join(folder, `${size}-${changes}-${name}.json`);
    fs.writeFileSync(file, JSON.stringify(contract(size, changed), null, 2));
    return file;
  };
  return { old: write('old', 0), new: write('new', changes) };
}

function contract(size: number, changed: number): unknown {
  const numbers = Array.from({ length: size }, (_, i) => i);
  // Groups of ten refer to one another in a ring: one change touches its group, not the whole document.
  const next = (i: number) => (i % 10 === 9 ? i - 9 : Math.min(i + 1, size - 1));
  const schema = (i: number) => ({
    type: 'object',
    description: `Record ${i} of a list that is long enough to be worth its bytes.`,
    required: i % 10 === 0 && i / 10 < changed ? ['id', 'name'] : ['id'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      name: { type: 'string', minLength: 1, maxLength: 80 },
      state: { type: 'string', enum: ['new', 'paid', 'sent', 'closed'] },
      next: { $ref: `#/components/schemas/Record${next(i)}` },
      tags: { type: 'array', items: { type: 'string' } },
    },
  });
  const content = (i: number) => ({ 'application/json': { schema: { $ref: `#/components/schemas/Record${i}` } } });
  return {
    openapi: '3.1.0',
    info: { title: 'Records', version: '1.0.0' },
    paths: Object.fromEntries(numbers.map(i => [`/records${i}/{id}`, {
      put: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: { required: true, content: content(i) },
        responses: { 200: { description: 'The record.', content: content(i) } },
      },
    }])),
    components: { schemas: Object.fromEntries(numbers.map(i => [`Record${i}`, schema(i)])) },
  };
}
