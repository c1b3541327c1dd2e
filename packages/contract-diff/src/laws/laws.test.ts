import fc from 'fast-check';
import corpus from './corpus.json';
import { LAWS } from './__testUtils__/laws';

/** Cases of each law in one run of the tests; `npm run fuzz` goes on for as long as it is told. */
const RUNS = 250;

describe('laws of the comparison', () => {
  it.each(LAWS.map(law => [law.name, law] as const))('%s', (_name, law) => {
    fc.assert(
      fc.property(law.inputs, input => expect(law.breach(input)).toBeUndefined()),
      { numRuns: RUNS, endOnFailure: false },
    );
  });

  it('hold for everything that once broke them', () => {
    const kept: Array<{ law: string; input: unknown }> = corpus;
    const breaches = kept.flatMap(({ law: name, input }) => {
      const law = LAWS.find(item => item.name === name);
      const breach = law ? law.breach(input) : `no law is called '${name}'`;
      return breach === undefined ? [] : [`${name}: ${JSON.stringify(input)}\n${breach}`];
    });
    expect(breaches).toEqual([]);
  });
});
