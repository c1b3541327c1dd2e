import { ContractDocument } from '@treaty/contract-findings';
import { diff } from '../diff';

/** A contract whose schema `S0` leads to the last of `levels`; the last one demands `b` or not. */
function contract(
  levels: number,
  level: (next: { $ref: string }) => unknown,
  demands: boolean,
): ContractDocument {
  const refTo = (index: number) => ({ $ref: `#/components/schemas/S${index}` });
  const schemas: Record<string, unknown> = {
    [`S${levels}`]: { type: 'object', properties: { a: {}, b: {} }, required: demands ? ['b'] : [] },
  };
  for (let i = 0; i < levels; i++) schemas[`S${i}`] = level(refTo(i + 1));
  const content = { 'application/json': { schema: refTo(0) } };
  const root = {
    openapi: '3.1.0',
    info: { title: 'Entangled', version: '1' },
    paths: { '/a': { post: { requestBody: { content }, responses: { 200: { description: 'done' } } } } },
    components: { schemas },
  };
  return { uri: 'a.json', root, files: new Map([['a.json', root]]) };
}

const idsOf = (levels: number, level: (next: { $ref: string }) => unknown) => {
  const { findings } = diff(contract(levels, level, false), contract(levels, level, true));
  return findings.map(finding => `${finding.level} ${finding.id}`);
};

describe('schemas that reach one another in several ways', () => {
  it('counts what is reached in two ways once: 40 levels would be 2^40 parts', () => {
    const twice = (next: { $ref: string }) => ({ allOf: [next, { allOf: [next], minProperties: 1 }] });
    expect(idsOf(40, twice)).toContain('breaking schema-property-became-required');
  });

  it('ends with alternatives in alternatives, and calls nothing safe that it could not look into', () => {
    const either = (next: { $ref: string }) => ({
      oneOf: [next, { oneOf: [next, { type: 'string', minLength: 1 }] }],
    });
    const ids = idsOf(12, either);
    expect(ids.filter(id => !id.startsWith('safe'))).not.toEqual([]);
  });

  it.each([
    [3, 'anyOf'],
    [4, 'oneOf'],
    [5, 'anyOf'],
  ])('ends with a ring of %i that contain one another in place, through %s', (size, kind) => {
    const ring = (demands: boolean): ContractDocument => {
      const document = contract(0, () => ({}), false);
      const refTo = (index: number) => ({ $ref: `#/components/schemas/S${index % size}` });
      const { components } = document.root as { components: { schemas: Record<string, unknown> } };
      for (let i = 0; i < size; i++) {
        const either = [refTo(i + 2), { type: 'object', required: [`p${i}`] }];
        const demand = demands && i === 0 ? [{ required: ['q'] }] : [];
        components.schemas[`S${i}`] = { allOf: [refTo(i + 1), { [kind]: either }, ...demand] };
      }
      return document;
    };
    const levels = diff(ring(false), ring(true)).findings.map(finding => finding.level);
    expect(levels.filter(level => level !== 'safe')).not.toEqual([]);
    expect(diff(ring(true), ring(true)).findings).toEqual([]);
  });
});
