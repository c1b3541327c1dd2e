import { judgeHabit } from './habit';
import type { Reporter } from './rule';

/** What is reported when `kept` of `all` things keep the habit. */
function judge(kept: number, all: number, begun?: number) {
  const said: string[] = [];
  let checked = 0;
  const report: Reporter = {
    pass: (count = 1) => void (checked += count),
    fail: (_, message) => {
      checked++;
      said.push(message);
    },
    summarise: (_, message, failed, of) => {
      checked += of;
      said.push(`${message} (${failed})`);
    },
  };
  const node = { value: {}, place: { file: 'a', tokens: [], route: [] }, subject: {} };
  judgeHabit(report, {
    things: Array.from({ length: all }, (_, index) => index),
    keeps: index => index < kept,
    most: (lacking, of) => [node, `${lacking} of ${of}`],
    one: index => [node, `number ${index}`],
    begun,
  });
  return { said, checked };
}

it.each<[string, number, number, number | undefined, string[]]>([
  ['kept by all', 3, 3, undefined, []],
  ['nothing to keep it', 0, 0, undefined, []],
  ['kept by none: once for all', 0, 3, undefined, ['3 of 3 (3)']],
  ['a single thing is named', 0, 1, undefined, ['number 0']],
  ['begun, not finished: one by one', 1, 3, undefined, ['number 1', 'number 2']],
  ['a few of many are no beginning', 1, 20, undefined, ['19 of 20 (19)']],
  ['where one is a beginning', 18, 20, 0, ['number 18', 'number 19']],
])('%s', (_, kept, all, begun, said) => {
  expect(judge(kept, all, begun)).toEqual({ said, checked: all });
});

it('names each one that lacks it where the first is a beginning', () => {
  expect(judge(1, 20, 0).said).toHaveLength(19);
});
