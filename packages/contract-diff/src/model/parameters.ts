import { endingOf } from './ending';
import { mediaName } from './mediaName';
import { Node, own } from './reader';
import { DocumentSide } from './side';
import { readStyle } from './style';
import { Parameter, PARAMETER_PLACES, ParameterPlace } from './types';

/** Header parameters OpenAPI tells readers to ignore; media types and security say it elsewhere. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** The key of the parameter that is the whole query. */
export const WHOLE_QUERY = 'querystring';

/** What OpenAPI 2.0 says about a parameter or header beside its schema. */
const BESIDE_SCHEMA = new Set([
  'name',
  'in',
  'required',
  'description',
  'collectionFormat',
  'allowEmptyValue',
]);

/** Parameters of an operation, those of the path folded in; the operation's own ones win. */
export function readParameters(
  side: DocumentSide,
  template: string,
  lists: readonly Node[],
): Map<string, Parameter> {
  const positions = new Map([...template.matchAll(/\{([^}]*)\}/g)].map((match, i) => [match[1], i]));
  const found = new Map<string, Parameter>();
  for (const list of lists) {
    for (const entry of side.reader.items(list)) {
      const parameter = readParameter(side, side.reader.follow(entry), positions);
      if (parameter) found.set(parameter.key, parameter);
    }
  }
  return found;
}

function readParameter(
  side: DocumentSide,
  node: Node,
  positions: ReadonlyMap<string, number>,
): Parameter | undefined {
  const name = own(node.value, 'name');
  // OpenAPI 3.2: all of the query as one value, whose name is nowhere on the wire.
  const isWhole = own(node.value, 'in') === 'querystring';
  const where = isWhole ? 'query' : own(node.value, 'in');
  if (typeof name !== 'string' || !(PARAMETER_PLACES as readonly unknown[]).includes(where)) return undefined;
  const place = where as ParameterPlace;
  if (place === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  if (place === 'path' && !positions.has(name)) return undefined;
  const called = place === 'header' ? name.toLowerCase() : name;
  const named = place === 'path' ? `path ${positions.get(name)}` : `${place} ${called}`;
  const key = isWhole ? WHOLE_QUERY : named;
  const [content] = side.reader.entries(side.reader.child(node, 'content'));
  const schemaNode = content
    ? side.reader.child(side.reader.follow(content[1]), 'schema')
    : side.reader.child(node, 'schema');
  const inline = side.dialect === '2.0' && schemaNode.value === undefined;
  const schema = side.schema(inline ? inlineSchema(side, node) : schemaNode);
  const { style, implicit } = content
    ? { style: `content ${mediaName(content[0])}`, implicit: false }
    : readStyle(node.value, place, side.dialect);
  const required = place === 'path' || own(node.value, 'required') === true;
  const emptyAllowed = place === 'query' && own(node.value, 'allowEmptyValue') === true;
  const ending = endingOf(node.value);
  const hash = side.interner.id(
    [
      'parameter',
      key,
      name,
      required,
      style,
      implicit,
      emptyAllowed,
      schema.key,
      JSON.stringify(ending),
    ].join('\u0000'),
  );
  return {
    key,
    place,
    name,
    required,
    style,
    implicit,
    emptyAllowed,
    schema,
    loc: node.loc,
    hash,
    ...ending,
  };
}

/** OpenAPI 2.0 writes a parameter's or header's schema beside its name; only the schema keywords are taken. */
export function inlineSchema(side: DocumentSide, node: Node): Node {
  return side.copyOf(node, value => {
    const taken = Object.entries(value).filter(([key]) => !BESIDE_SCHEMA.has(key));
    return Object.fromEntries(taken);
  });
}
