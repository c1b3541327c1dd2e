import { DiffReport } from '../report';
import { diffSummary } from './summaries';

function summary(breaking: number, dangerous: number, safe: number): string {
  const report: Pick<DiffReport, 'summary' | 'findings'> = {
    summary: { breaking, dangerous, safe, bump: 'none' },
    findings: [],
  };
  return diffSummary(report);
}

describe('the summary of a comparison', () => {
  it.each<[number, number, number, string]>([
    [0, 0, 0, 'no change'],
    [1, 0, 0, '1 breaking change'],
    [2, 0, 0, '2 breaking changes'],
    [0, 1, 1, '1 dangerous, 1 safe change'],
    [1, 1, 0, '1 breaking, 1 dangerous change'],
    [2, 1, 0, '2 breaking, 1 dangerous change'],
    [1, 2, 3, '1 breaking, 2 dangerous, 3 safe changes'],
  ])('%d breaking, %d dangerous, %d safe', (breaking, dangerous, safe, told) => {
    expect(summary(breaking, dangerous, safe)).toBe(told);
  });
});
