import { singleFileDocument } from '@treaty/contract-findings';
import { diff } from '../../diff';
import { Mode } from '../../normalize/norm';

type Json = Record<string, unknown>;
const num = { type: 'number' };
const int = { type: 'integer' };

function carrying(schema: Json, schemas: Json, mode: Mode): ReturnType<typeof singleFileDocument> {
  const content = { 'application/json': { schema } };
  const operation =
    mode === 'request'
      ? { requestBody: { required: true, content }, responses: { 204: { description: 'done' } } }
      : { responses: { 200: { description: 'done', content } } };
  return singleFileDocument({
    openapi: '3.1.0',
    info: { title: 'Case', version: '1' },
    paths: { '/a': { post: operation } },
    components: { schemas },
  });
}

function worst(old: [Json, Json], now: [Json, Json], mode: Mode): string {
  const { findings } = diff(carrying(...old, mode), carrying(...now, mode));
  const breaking = findings.filter(finding => finding.level === 'breaking');
  expect(breaking.filter(finding => finding.proof?.status !== 'proved')).toEqual([]);
  return breaking.length > 0
    ? 'breaking'
    : (findings.find(({ id }) => id.startsWith('schema-'))?.id ?? 'none');
}

const named = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const id = (name: string, wanted: boolean): Json => (wanted ? { $id: `https://example.com/${name}` } : {});
const list = (items: unknown): Json => ({ type: 'object', properties: { items: { type: 'array', items } } });

/** A generic page, and a page of something. */
function pages(item: Json, withId: boolean, bookend: Json = {}): Json {
  return {
    Page: {
      ...id('page', withId),
      ...list({ $dynamicRef: '#T' }),
      $defs: { T: { $dynamicAnchor: 'T', ...bookend } },
    },
    Full: { ...id('full', withId), $defs: { T: { $dynamicAnchor: 'T', ...item } }, ...named('Page') },
  };
}

/** A tree, and a tree that asks for more of every node. */
function trees(data: Json, more: Json, withId: boolean): Json {
  const properties = { data, children: { type: 'array', items: { $dynamicRef: '#node' } } };
  return {
    Tree: { ...id('tree', withId), $dynamicAnchor: 'node', type: 'object', properties },
    Strict: { ...id('strict', withId), $dynamicAnchor: 'node', ...named('Tree'), ...more },
  };
}

describe.each([true, false])('dynamic references, resources with an $id: %s', withId => {
  const page = (item: Json, bookend?: Json): [Json, Json] => [named('Full'), pages(item, withId, bookend)];
  const strict = (data: Json, more: Json): [Json, Json] => [named('Strict'), trees(data, more, withId)];

  it('a generic schema is read with what it is filled with', () => {
    expect(worst(page(num), page(int), 'request')).toBe('breaking');
    expect(worst(page(num), page(int), 'response')).not.toBe('breaking');
    expect(worst(page(int), page(num), 'response')).toBe('breaking');
    expect(worst(page(num), page(num, { type: 'string' }), 'request')).toBe('none');
  });

  it('what it is filled with may be written out, or told where it is used', () => {
    const out: [Json, Json] = [list(num), {}];
    const inPlace = { $defs: { T: { $dynamicAnchor: 'T', ...num } }, ...named('Page') };
    for (const mode of ['request', 'response'] as const) {
      expect(worst(page(num), out, mode)).toBe('none');
      expect(worst([inPlace, pages(int, withId)], out, mode)).toBe('none');
    }
    expect(worst(out, page(int), 'request')).toBe('breaking');
  });

  it('an extended tree extends every node', () => {
    const [plain, needed] = [strict(num, {}), strict(num, { required: ['data'] })];
    expect(worst(plain, needed, 'request')).toBe('breaking');
    expect(worst(needed, plain, 'response')).toBe('breaking');
    expect(worst(needed, strict(int, { required: ['data'] }), 'request')).toBe('breaking');
    const flat = { ...(trees(num, {}, withId).Tree as Json), required: ['data'] };
    expect(worst(needed, [named('Flat'), { Flat: { ...flat, ...id('flat', withId) } }], 'request')).toBe(
      'none',
    );
  });

  it('the tree that is extended is not', () => {
    const tree = (more: Json): [Json, Json] => [named('Tree'), trees(num, more, withId)];
    expect(worst(tree({}), tree({ required: ['data'] }), 'request')).toBe('none');
  });

  it('a tree that is closed from outside loses a property', () => {
    const closed = (properties: Json): [Json, Json] => {
      const schemas = trees(num, { unevaluatedProperties: false }, withId);
      const children = { type: 'array', items: { $dynamicRef: '#node' } };
      return [
        named('Strict'),
        { ...schemas, Tree: { ...(schemas.Tree as Json), properties: { ...properties, children } } },
      ];
    };
    expect(worst(closed({ data: num }), closed({}), 'request')).toBe('breaking');
    expect(worst(closed({}), closed({ data: num }), 'request')).not.toBe('breaking');
  });
});
