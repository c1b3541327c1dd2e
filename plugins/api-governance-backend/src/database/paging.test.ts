import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { emptyDatabase } from '../__testUtils__/database';
import { PageOf, PageOrder, readPage } from './paging';

jest.setTimeout(120_000);

type Row = { key: string; by: number | null };

describe('readPage', () => {
  let knex: Knex;
  const rows: Row[] = [
    { key: 'a', by: 2 },
    { key: 'b', by: 1 },
    { key: 'c', by: null },
    { key: 'd', by: 2 },
    { key: 'e', by: null },
    { key: 'f', by: 3 },
    { key: 'g', by: 1 },
  ];

  beforeAll(async () => {
    knex = await emptyDatabase();
    await knex.schema.createTable('things', table => {
      table.text('key').primary();
      table.integer('by').nullable();
    });
    await knex('things').insert(rows);
  });

  const order = (direction: 'asc' | 'desc'): PageOrder => ({
    by: 't.by',
    direction,
    key: 't.key',
    types: { by: 'bigint', key: 'text' },
  });
  const read = (
    direction: 'asc' | 'desc',
    limit: number,
    cursor?: string,
    identity: unknown = 'q',
  ): Promise<PageOf<Row>> =>
    readPage<Row>(knex('things as t'), ['t.*'], order(direction), { limit, cursor }, identity);
  const keys = (page: PageOf<Row>) => page.items.map(row => row.key).join('');

  it.each([
    ['asc', 'bgadfce'],
    ['desc', 'fadbgce'],
  ] as const)(
    'walks %s forwards and back, rows without a value last, whatever the page size',
    async (direction, expected) => {
      for (let limit = 1; limit <= rows.length + 1; limit++) {
        const pages: Array<PageOf<Row>> = [await read(direction, limit)];
        while (pages[pages.length - 1].nextCursor)
          pages.push(await read(direction, limit, pages[pages.length - 1].nextCursor));
        expect(pages.map(keys).join('')).toBe(expected);
        expect(pages.every(page => page.totalItems === rows.length)).toBe(true);

        const back: Array<PageOf<Row>> = [pages[pages.length - 1]];
        while (back[0].previousCursor) back.unshift(await read(direction, limit, back[0].previousCursor));
        expect(back.map(keys).join('')).toBe(expected);
      }
    },
  );

  it('refuses a cursor of another query, of another sort, and one made by hand', async () => {
    const { nextCursor } = await read('asc', 2);
    await expect(read('asc', 2, nextCursor, 'other')).rejects.toThrow(InputError);
    await expect(read('desc', 2, nextCursor)).rejects.toThrow(/another sort/);
    await expect(read('asc', 2, 'not-a-cursor')).rejects.toThrow(InputError);
    const forged = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString());
    forged.v = "1'; drop table things";
    await expect(read('asc', 2, Buffer.from(JSON.stringify(forged)).toString('base64url'))).rejects.toThrow(
      InputError,
    );
  });
});
