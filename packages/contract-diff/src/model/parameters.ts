import { endingOf } from './ending';
import { mediaName } from './media';
import { Node, own } from './reader';
import { DocumentSide } from './side';
import { Parameter, PARAMETER_PLACES, ParameterPlace } from './types';

/** Header parameters OpenAPI tells readers to ignore; media types and security say it elsewhere. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

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
  const where = own(node.value, 'in') === 'querystring' ? 'query' : own(node.value, 'in');
  if (typeof name !== 'string' || !(PARAMETER_PLACES as readonly unknown[]).includes(where)) return undefined;
  const place = where as ParameterPlace;
  if (place === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  if (place === 'path' && !positions.has(name)) return undefined;
  const key =
    place === 'path'
      ? `path ${positions.get(name)}`
      : `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  const [content] = side.reader.entries(side.reader.child(node, 'content'));
  const schemaNode = content ? side.reader.child(content[1], 'schema') : side.reader.child(node, 'schema');
  const inline = side.dialect === '2.0' && schemaNode.value === undefined;
  const schema = side.schema(inline ? inlineSchema(node) : schemaNode);
  const { style, implicit } = content
    ? { style: `content ${mediaName(content[0])}`, implicit: false }
    : readStyle(node.value, place, side.dialect);
  const required = place === 'path' || own(node.value, 'required') === true;
  const ending = endingOf(node.value);
  const hash = side.interner.id(
    ['parameter', key, name, required, style, implicit, schema.key, JSON.stringify(ending)].join('\u0000'),
  );
  return { key, place, name, required, style, implicit, schema, loc: node.loc, hash, ...ending };
}

const copies = new WeakMap<object, Node>();

/** OpenAPI 2.0 writes a parameter's or header's schema beside its name; only the schema keywords are taken. */
export function inlineSchema(node: Node): Node {
  if (typeof node.value !== 'object' || node.value === null) return node;
  const known = copies.get(node.value);
  if (known) return known;
  const skipped = new Set(['name', 'in', 'required', 'description', 'collectionFormat', 'allowEmptyValue']);
  const value = Object.fromEntries(Object.entries(node.value).filter(([key]) => !skipped.has(key)));
  const copy: Node = { value, loc: node.loc };
  copies.set(node.value, copy);
  return copy;
}

const COLLECTIONS: Record<string, string> = {
  csv: 'comma',
  multi: 'form explode',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tab',
};

function readStyle(
  value: unknown,
  place: ParameterPlace,
  dialect: string,
): { style: string; implicit: boolean } {
  if (dialect === '2.0') {
    const collection = own(value, 'collectionFormat');
    const spelled =
      typeof collection === 'string' && Object.prototype.hasOwnProperty.call(COLLECTIONS, collection);
    const style = spelled ? COLLECTIONS[collection as string] : 'comma';
    return {
      style: place === 'query' || place === 'cookie' || style !== 'comma' ? style : 'simple',
      implicit: !spelled,
    };
  }
  const fallback = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const style = typeof own(value, 'style') === 'string' ? String(own(value, 'style')) : fallback;
  const explode =
    typeof own(value, 'explode') === 'boolean'
      ? own(value, 'explode') === true
      : style === 'form' || style === 'cookie';
  const reserved = place === 'query' && own(value, 'allowReserved') === true ? ' reserved' : '';
  const implicit = own(value, 'style') === undefined && own(value, 'explode') === undefined;
  if (style === 'form' && !explode) return { style: `comma${reserved}`, implicit };
  return { style: `${style}${explode ? ' explode' : ''}${reserved}`, implicit };
}

/** Whether two ways of writing differ for values of these types; scalars look alike in most styles. */
export function stylesDiffer(a: string, b: string, composite: boolean): boolean {
  if (a === b) return false;
  const scalar = (style: string): string => {
    const [word] = style.split(' ');
    if (word === 'label' || word === 'matrix' || word === 'content') return style.replace(' explode', '');
    return style.endsWith(' reserved') ? 'plain reserved' : 'plain';
  };
  return composite || scalar(a) !== scalar(b);
}
