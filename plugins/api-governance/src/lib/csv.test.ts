import { toCsv } from './csv';

const columns = [
  { title: 'Name', value: (row: { name?: string; n: number }) => row.name },
  { title: 'Number', value: (row: { name?: string; n: number }) => row.n },
];

it('writes a heading line even for no rows', () => expect(toCsv(columns, [])).toBe('Name,Number\r\n'));

it('quotes what would tear a line apart', () => {
  expect(toCsv(columns, [{ name: 'a, "b"\r\nc', n: 1 }])).toBe('Name,Number\r\n"a, ""b""\r\nc",1\r\n');
});

it('leaves an absent value empty', () => expect(toCsv(columns, [{ n: 0 }])).toBe('Name,Number\r\n,0\r\n'));

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('never lets a spreadsheet run %p', name => {
  expect(toCsv(columns, [{ name, n: -5 }])).toBe(`Name,Number\r\n'${name},-5\r\n`);
});
