import { headersText, readHeaders } from './headers';
import { mediaName } from './mediaName';
import { Node, own } from './reader';
import { DocumentSide } from './side';
import { readStyle } from './style';
import { Encoding, Media } from './types';

/** Media types under `content`. */
export function readContent(side: DocumentSide, content: Node): Media[] {
  const found = new Map<string, Media>();
  for (const [name, entry] of side.reader.entries(content)) {
    const node = side.reader.follow(entry);
    const type = mediaName(name);
    if (found.has(type)) continue;
    found.set(type, {
      type,
      schema: mediaSchema(side, node),
      encoding: readEncoding(side, node),
      loc: node.loc,
    });
  }
  return [...found.values()];
}

function mediaSchema(side: DocumentSide, node: Node): Media['schema'] {
  const [schema, item] = ['schema', 'itemSchema'].map(name => side.reader.child(node, name));
  const stated = side.schema(schema);
  if (item.value === undefined) return stated;
  // Looked at where it stands before it is put into another schema, so that findings point there.
  side.schema(item);
  // OpenAPI 3.2: a stream of items is compared as the list of what it carries.
  const list = { type: 'array', items: item.value };
  const whole = schema.value === undefined ? list : { allOf: [schema.value, list] };
  return side.schema({ value: whole, loc: node.loc });
}

/** How fields of a form and parts of a multipart message are written, by {@link encodingKey}. */
function readEncoding(side: DocumentSide, node: Node): Map<string, Encoding> {
  const { reader } = side;
  const child = (name: string): Node => reader.child(node, name);
  const found: Encoding[] = [
    ...reader.entries(child('encoding')).map(([name, at]) => encodingAt(side, at, name, false)),
    ...reader.items(child('prefixEncoding')).map((at, i) => encodingAt(side, at, String(i), true)),
  ];
  const rest = child('itemEncoding');
  if (rest.value !== undefined) found.push(encodingAt(side, rest, '*', true));
  return new Map(found.map(encoding => [encodingKey(encoding), encoding]));
}

function encodingAt(side: DocumentSide, node: Node, name: string, positional: boolean): Encoding {
  const listed = own(node.value, 'contentType');
  return {
    name,
    positional,
    ...readStyle(node.value, 'query', side.dialect),
    headers: readHeaders(side, side.reader.child(node, 'headers')),
    ...(typeof listed === 'string' ? { contentTypes: listed.split(',').map(mediaName).sort() } : {}),
  };
}

/** Fields go by name, parts without one by position. */
export function encodingKey({ name, positional }: Pick<Encoding, 'name' | 'positional'>): string {
  return `${positional ? 'part' : 'field'} ${name}`;
}

/** One text for media types, equal exactly where nothing about them differs. */
export function mediaText(media: readonly Media[]): string {
  const encodingText = ({ name, positional, style, implicit, contentTypes, headers }: Encoding): string =>
    JSON.stringify([name, positional, style, implicit, contentTypes, headersText(headers)]);
  return media
    .map(entry => [entry.type, entry.schema.key, ...[...entry.encoding.values()].map(encodingText)].join(' '))
    .sort()
    .join('\u0001');
}

/** How exactly a media range of the contract takes a type: 3 the type itself, 2 its family, 1 anything, 0 not at all. */
export function rangeMatch(range: string, type: string): number {
  if (range === type) return 3;
  const [family] = type.split('/');
  if (range === `${family}/*`) return 2;
  if (range === '*/*' || range === '*') return 1;
  return 0;
}

/** The entry that decides for a media type: the most specific one that takes it. */
export function bestMedia(media: readonly Media[], type: string): Media | undefined {
  let best: Media | undefined;
  for (const entry of media) {
    if (rangeMatch(entry.type, type) > (best ? rangeMatch(best.type, type) : 0)) best = entry;
  }
  return best;
}
