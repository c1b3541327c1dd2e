import fc from 'fast-check';
import { ContractDocument, singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../diff';
import { Interner } from '../normalize/interner';
import { Schemas } from '../normalize/schemas';
import { Reader } from './reader';
import { DocumentSide } from './side';
import { unchanged } from './unchanged';

type Json = Record<string, unknown>;

const make = (body: Json, version: Json = { openapi: '3.1.0' }): ContractDocument =>
  singleFileDocument({ ...version, info: { title: 'T', version: '1' }, ...body });
const skipped = (old: ContractDocument, now: ContractDocument): string[] => {
  const space = new Schemas(new Interner());
  const found = unchanged(
    new DocumentSide('old', new Reader(old), space),
    new DocumentSide('new', new Reader(now), space),
  );
  return [...found.paths, ...found.webhooks];
};
const ids = (old: ContractDocument, now: ContractDocument): string[] => [
  ...new Set(
    diff(old, now)
      .findings.filter(finding => finding.id !== 'model-renamed')
      .map(finding => finding.id),
  ),
];
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: Json): Json => ({
  get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } },
});
const object = (properties: Json, required: string[] = []): Json => ({
  type: 'object',
  properties,
  required,
});
const schemas = (all: Json, path: Json = answer(ref('A'))): Json => ({
  paths: { '/a': path },
  components: { schemas: all },
});

describe('path items that need not be compared', () => {
  it('are those that are the same with everything they reach, cycles and order of keys included', () => {
    const ring = {
      A: object({ b: ref('B') }),
      B: object({ a: ref('A'), c: ref('C') }),
      C: { type: 'string' },
      D: { type: 'string' },
    };
    const paths = { '/a': answer(ref('A')), '/d': answer(ref('D')), '/x': answer({}) };
    const old = make({ paths, components: { schemas: ring }, webhooks: { w: answer(ref('A')) } });
    const now = make({
      webhooks: { w: answer(ref('A')) },
      components: { schemas: { ...ring, D: { type: 'integer' }, E: {} } },
      paths: { '/d': answer(ref('D')), '/a': answer(ref('A')), '/y': answer({}) },
    });
    expect(skipped(old, now)).toEqual(['/a', 'w']);
    expect(skipped(old, old)).toEqual(['/a', '/d', '/x', 'w']);
  });

  it.each<[string, ContractDocument, ContractDocument, string]>([
    [
      'a schema far behind a cycle',
      make(
        schemas({
          A: object({ b: ref('B') }),
          B: object({ a: ref('A'), c: ref('C') }),
          C: { type: 'string' },
        }),
      ),
      make(
        schemas({
          A: object({ b: ref('B') }),
          B: object({ a: ref('A'), c: ref('C') }),
          C: { type: 'integer' },
        }),
      ),
      'schema-type-added',
    ],
    [
      'the dialect',
      make(schemas({ A: object({ n: { type: 'string', nullable: true } }, ['n']) })),
      make(schemas({ A: object({ n: { type: 'string', nullable: true } }, ['n']) }), { openapi: '3.0.3' }),
      'schema-type-added',
    ],
    [
      'servers',
      make({ servers: [{ url: 'https://a.test/v1' }], paths: { '/a': answer({}) } }),
      make({ servers: [{ url: 'https://a.test/v2' }], paths: { '/a': answer({}) } }),
      'server-removed',
    ],
    [
      'security of the whole document',
      make({ paths: { '/a': answer({}) }, components: { securitySchemes: { k: { type: 'mutualTLS' } } } }),
      make({
        security: [{ k: [] }],
        paths: { '/a': answer({}) },
        components: { securitySchemes: { k: { type: 'mutualTLS' } } },
      }),
      'security-tightened',
    ],
    ...(['header', 'query'] as const).map((place): [string, ContractDocument, ContractDocument, string] => {
      const keyIn = (name: string): ContractDocument =>
        make({
          paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
          components: { securitySchemes: { k: { type: 'apiKey', in: place, name } } },
        });
      return [`a security scheme in ${place}`, keyIn('X-Old'), keyIn('X-New'), 'security-tightened'];
    }),
    [
      'base path and media types of OpenAPI 2.0',
      make({ basePath: '/v1', paths: { '/a': answer({}) } }, { swagger: '2.0' }),
      make({ basePath: '/v2', paths: { '/a': answer({}) } }, { swagger: '2.0' }),
      'server-removed',
    ],
    [
      'media types of OpenAPI 2.0',
      make(
        { produces: ['application/json'], paths: { '/a': { get: { responses: { 200: { schema: {} } } } } } },
        { swagger: '2.0' },
      ),
      make(
        { produces: ['application/xml'], paths: { '/a': { get: { responses: { 200: { schema: {} } } } } } },
        { swagger: '2.0' },
      ),
      'media-type-removed',
    ],
    [
      'a schema that only a dynamic reference leads to',
      make(schemas({ A: object({ x: { $dynamicRef: '#x' } }), X: { $dynamicAnchor: 'x', type: 'string' } })),
      make(schemas({ A: object({ x: { $dynamicRef: '#x' } }), X: { $dynamicAnchor: 'x', type: 'integer' } })),
      'schema-type-added',
    ],
  ])('%s, changed, is seen through path items that are the same word for word', (_, old, now, id) => {
    expect(skipped(old, now)).toEqual([]);
    expect(ids(old, now)).toContain(id);
  });

  it('keeps path items whose discriminator names a schema that changed', () => {
    const pet = (cat: Json): ContractDocument =>
      make(
        schemas({
          A: {
            oneOf: [ref('Cat'), ref('Dog')],
            discriminator: { propertyName: 'kind', mapping: { c: 'Alias', d: '#/components/schemas/Dog' } },
          },
          Alias: cat,
          Cat: object({ kind: { type: 'string' }, lives: { type: 'integer' } }, ['kind']),
          Dog: object({ kind: { type: 'string' }, tail: { type: 'integer' } }, ['kind']),
        }),
      );
    expect(skipped(pet(ref('Cat')), pet(ref('Dog')))).toEqual([]);
    expect(skipped(pet(ref('Cat')), pet(ref('Cat')))).toEqual(['/a']);
  });

  it('keeps path items that lead to another file when that file changed', () => {
    const both = (schema: Json): ContractDocument => {
      const root = make({ paths: { '/a': answer({ $ref: './b.json#/S' }) } }).root;
      return {
        uri: 'a.json',
        root,
        files: new Map<string, unknown>([
          ['a.json', root],
          ['b.json', { S: schema }],
        ]),
      };
    };
    expect(skipped(both({ type: 'string' }), both({ type: 'string' }))).toEqual(['/a']);
    expect(skipped(both({ type: 'string' }), both({ type: 'integer' }))).toEqual([]);
  });

  it('keeps templates that differ in names only, and webhooks that stand in two places', () => {
    const twice = make({
      paths: { '/a/{x}': answer({}), '/a/{y}': answer({}) },
      webhooks: { w: answer({}) },
      'x-webhooks': { w: answer({}) },
    });
    expect(skipped(twice, twice)).toEqual([]);
  });

  it('keeps what refers to nothing or to itself, so that it is reported', () => {
    const broken = make({ paths: { '/a': answer(ref('Nowhere')) } });
    const loop = make({
      paths: { '/a': { get: { parameters: [{ $ref: '#/components/parameters/p' }], responses: {} } } },
      components: { parameters: { p: { $ref: '#/components/parameters/p' } } },
    });
    expect(skipped(broken, broken)).toEqual([]);
    expect(diff(broken, broken).problems.map(problem => problem.code)).toContain('ref-not-found');
    expect(skipped(loop, loop)).toEqual([]);
    expect(diff(loop, loop).problems.map(problem => problem.code)).toContain('ref-circular');
  });

  it('law: a word of documentation in every operation changes no finding', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const leaf = fc.constantFrom<Json>({ type: 'string' }, { type: 'integer' }, { enum: ['a', 'b'] }, {});
    const anyRef = fc.constantFrom(...names).map(ref);
    // In place only what comes later: a schema that is its own alternative is another law's business.
    const schema = (at: number): fc.Arbitrary<Json> => {
      const later = names.slice(at + 1);
      const member = fc.oneof(leaf, anyRef);
      return fc.oneof(
        leaf,
        fc.dictionary(fc.constantFrom('p', 'q'), member).map(properties => object(properties)),
        anyRef.map(items => ({ type: 'array', items })),
        ...(later.length === 0
          ? []
          : [
              fc.constantFrom(...later).map(ref),
              fc
                .array(fc.constantFrom(...later).map(ref), { minLength: 1, maxLength: 2 })
                .map(oneOf => ({ oneOf })),
            ]),
      );
    };
    const all = fc.tuple(...names.map((_, i) => schema(i)));
    const change = fc.nat(names.length - 1).chain(at => fc.tuple(fc.constant(at), schema(at)));
    const documented = (path: Json): Json => ({ ...path, description: 'Said otherwise.' });
    fc.assert(
      fc.property(all, change, (before, [at, other]) => {
        const after = before.map((item, i) => (i === at ? other : item));
        const paths = Object.fromEntries(names.map(name => [`/${name}`, answer(ref(name))]));
        const whole = (items: readonly Json[], told: boolean): ContractDocument =>
          make({
            paths: told
              ? Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, documented(path)]))
              : paths,
            components: { schemas: Object.fromEntries(items.map((item, i) => [names[i], item])) },
          });
        const [quick, full] = [false, true].map(told => diff(whole(before, false), whole(after, told)));
        expect(skipped(whole(before, false), whole(after, true))).toEqual([]);
        expect(quick).toEqual(full);
      }),
      { numRuns: 200 },
    );
  });
});
