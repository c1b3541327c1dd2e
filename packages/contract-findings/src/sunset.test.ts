import { parseSunset, sunsetPassed } from './sunset';

const kind = (value: unknown) => parseSunset(value).kind;
const instant = (value: unknown) => {
  const date = parseSunset(value);
  return date.kind === 'date' ? date.at.toISOString() : date;
};

describe('parseSunset', () => {
  it('reads every day of forty years as its midnight in UTC, and no day that does not exist', () => {
    for (let year = 1995; year < 2035; year++) {
      for (let month = 1; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
          const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
          const exists = day >= 1 && day <= length;
          expect([text, kind(text)]).toEqual([text, exists ? 'date' : 'malformed']);
          expect(exists ? instant(text) : 'no day').toBe(exists ? `${text}T00:00:00.000Z` : 'no day');
        }
      }
    }
  });

  it.each([
    ['2027-06-30T12:00:00Z', '2027-06-30T12:00:00.000Z'],
    ['2027-06-30t12:00:00z', '2027-06-30T12:00:00.000Z'],
    ['2027-06-30T12:00:00.5Z', '2027-06-30T12:00:00.500Z'],
    ['2027-06-30T12:00:00+02:00', '2027-06-30T10:00:00.000Z'],
    ['2027-06-30T00:00:00+14:00', '2027-06-29T10:00:00.000Z'],
    ['2027-06-30T23:59:59-12:00', '2027-07-01T11:59:59.000Z'],
    ['0096-02-29', '0096-02-29T00:00:00.000Z'],
    ['0000-02-29', '0000-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(instant(text)).toBe(at);
  });

  it.each(['9999-12-31', '9999-01-01', '9999-12-31T23:59:59Z'])('%s means no date', text => {
    expect(kind(text)).toBe('none');
  });

  it.each([
    '',
    ' ',
    'soon',
    '2027',
    '2027-06',
    '2027-6-30',
    '30.06.2027',
    '06/30/2027',
    '2027-06-30 12:00:00Z',
    '2027-06-30T12:00:00',
    '2027-06-30T12:00Z',
    '2027-06-30T24:00:00Z',
    '2027-06-30T23:60:00Z',
    '2027-06-30T23:59:60Z',
    '2027-06-30T12:00:00+24:00',
    '2027-06-30T12:00:00+0200',
    ' 2027-06-30',
    '2027-06-30 ',
    '2027-06-30\n',
    '+2027-06-30',
    '２０２７-06-30',
    'Wed, 30 Jun 2027 00:00:00 GMT',
    '@1767225600',
  ])("'%s' is malformed", text => {
    expect(parseSunset(text)).toMatchObject({ kind: 'malformed', text, reason: expect.stringMatching(/\S/) });
  });

  it.each([
    [undefined],
    [null],
    [0],
    [20270630],
    [1767225600],
    [true],
    [[]],
    [{}],
    [{ toString: 'x' }],
    [Object.create(null)],
    [Symbol('x')],
    [() => 1],
    [1n],
    [new Date(NaN)],
  ])('%p is malformed and does not throw', value => {
    expect(kind(value)).toBe('malformed');
  });

  it('takes a Date for its instant', () => {
    expect(instant(new Date('2027-06-30T01:02:03Z'))).toBe('2027-06-30T01:02:03.000Z');
  });

  it('reads its own output as the same instant', () => {
    for (const text of ['2027-06-30', '2027-06-30T12:00:00+02:00'])
      expect(instant(instant(text))).toBe(instant(text));
  });
});

it('survives a value that contains itself', () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(kind(loop)).toBe('malformed');
});

describe('sunsetPassed', () => {
  it('includes the instant itself, and nothing but dates', () => {
    const at = (text: string) => new Date(text);
    expect(sunsetPassed(parseSunset('2027-06-30'), at('2027-06-29T23:59:59.999Z'))).toBe(false);
    expect(sunsetPassed(parseSunset('2027-06-30'), at('2027-06-30T00:00:00Z'))).toBe(true);
    expect(sunsetPassed(parseSunset('2027-06-30T02:00:00+02:00'), at('2027-06-30T00:00:00Z'))).toBe(true);
    for (const text of ['9999-12-31', 'soon'])
      expect(sunsetPassed(parseSunset(text), at('9999-12-31T23:59:59Z'))).toBe(false);
  });
});
