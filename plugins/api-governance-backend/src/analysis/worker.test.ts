import { ORDERS_V1 } from '../__testUtils__/catalog';
import { createWorkerAnalyser } from './worker';

jest.setTimeout(120_000);

// A thread does not have Jest's transform; give it the one the portal runs with.
const execArgv = ['--require', '@backstage/cli-node/config/nodeTransform.cjs'];
const request = {
  api: 'api:default/orders',
  type: 'openapi',
  text: ORDERS_V1,
  file: 'openapi.yaml',
  manifests: [],
};

describe('analysis in a thread', () => {
  it('reads documents one after the other, and again after a rest', async () => {
    const analyser = createWorkerAnalyser({ execArgv });
    const first = await analyser.analyse(request);
    expect(first.contract).toMatchObject({
      title: 'Orders',
      valid: true,
      operations: [{ operationId: 'getOrder' }, { deprecated: true, sunset: new Date('2027-03-01') }],
    });
    expect(first.contract?.deprecations.map(one => [one.kind, one.line])).toEqual(
      expect.arrayContaining([
        ['operation', 12],
        ['property', 27],
      ]),
    );
    await analyser.rest();
    expect(
      (await analyser.analyse({ ...request, text: ORDERS_V1.replace('1.9.2', '2') })).contract?.version,
    ).toBe('2');
    await analyser.rest();
  });

  it('gives a document up that takes too long, says so, and goes on with the next', async () => {
    const analyser = createWorkerAnalyser({ execArgv, timeoutSeconds: 0.05 });
    const outcome = await analyser.analyse(request);
    expect(outcome.contract).toBeUndefined();
    expect(outcome.problems).toMatchObject([
      { code: 'document-too-costly', message: expect.stringContaining('0.05 seconds') },
    ]);
    await analyser.rest();
  });
});
