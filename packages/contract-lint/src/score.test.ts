import { score } from './score';
import { RuleRate } from './types';

const rate = (id: string, more: Partial<RuleRate>): RuleRate => ({
  id,
  ruleset: 'contract',
  severity: 'error',
  checked: 10,
  failed: 0,
  ...more,
});

it('weighs pass rates by severity', () => {
  const result = score([
    rate('a', { failed: 5 }),
    rate('b', { severity: 'warn' }),
    rate('c', { severity: 'info', failed: 10 }),
  ]);
  // (4 × 0.5 + 2 × 1 + 1 × 0) / 7
  expect(result).toEqual({ overall: 57.1, categories: [{ name: 'contract', score: 57.1 }], errors: 5 });
});

it('is the mean of its categories, whatever their number of rules', () => {
  const result = score([rate('a', {}), rate('b', {}), rate('c', { ruleset: 'security', failed: 10 })]);
  expect(result.overall).toBe(50);
});

it('does not depend on the size of the document', () => {
  expect(score([rate('a', { checked: 1000, failed: 100 })]).overall).toBe(
    score([rate('a', { checked: 10, failed: 1 })]).overall,
  );
});

it('counts what is waived as passed, and not as an error', () => {
  expect(score([rate('a', { failed: 2 })], new Map([['a', 2]]))).toMatchObject({ overall: 100, errors: 0 });
});

it('reads 100 only without a failure', () => {
  expect(score([rate('a', { checked: 1_000_000, failed: 1 })]).overall).toBe(99.9);
});

it('has no number for an invalid document or when nothing was checked', () => {
  expect(score([rate('a', {})], new Map(), false).overall).toBeUndefined();
  expect(score([rate('a', { checked: 0 })]).overall).toBeUndefined();
});
