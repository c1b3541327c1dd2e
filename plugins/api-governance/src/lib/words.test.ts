import { VERDICTS, EVIDENCE_SOURCES } from '@treaty/contract-findings';
import { DEPRECATION_KINDS, DEPRECATION_STATES } from '@treaty/plugin-api-governance-common';
import {
  count,
  formatBytes,
  KIND_WORDS,
  lifecycleTone,
  SOURCE_WORDS,
  STATE_WORDS,
  VERDICT_WORDS,
} from './words';

it('has a word for everything the backend can say, and for nothing else', () => {
  expect(Object.keys(STATE_WORDS).sort()).toEqual([...DEPRECATION_STATES].sort());
  expect(Object.keys(KIND_WORDS).sort()).toEqual([...DEPRECATION_KINDS].sort());
  expect(Object.keys(VERDICT_WORDS).sort()).toEqual([...VERDICTS].sort());
  expect(Object.keys(SOURCE_WORDS).sort()).toEqual([...EVIDENCE_SOURCES].sort());
});

it('never paints missing evidence as good news', () => {
  expect(VERDICT_WORDS['no-evidence'].tone).toBe('neutral');
  expect(VERDICT_WORDS['no-evidence'].explanation).toContain('not the same as safe');
});

it('counts in words', () => {
  expect([count(0, 'consumer'), count(1, 'consumer'), count(1200, 'entity', 'entities')]).toEqual([
    '0 consumers',
    '1 consumer',
    '1,200 entities',
  ]);
});

it.each([
  [999, '999 B'],
  [21_877, '22 KB'],
  [13_200_000, '13.2 MB'],
])('says %d bytes as %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

it('leaves lifecycles it does not know neutral', () => {
  expect(['production', 'deprecated', 'experimental', 'beta'].map(lifecycleTone)).toEqual([
    'success',
    'warning',
    'info',
    'neutral',
  ]);
});
