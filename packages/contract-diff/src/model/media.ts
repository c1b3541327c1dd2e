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

/** Lower case; parameters such as `charset` do not make another media type, except a `version` or `profile`. */
export function mediaName(name: string): string {
  const [type, ...parameters] = name
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  const kept = parameters.filter(part => part !== '' && !/^(charset|boundary|q)=/.test(part));
  return [type, ...kept.sort()].join(';');
}

function mediaSchema(side: DocumentSide, node: Node): Media['schema'] {
  const schema = side.reader.child(node, 'schema');
  const item = own(node.value, 'itemSchema');
  // OpenAPI 3.2: a stream of items is compared as the list of what it carries.
  if (schema.value === undefined && item !== undefined) {
    return side.schema({ value: { type: 'array', items: item }, loc: node.loc });
  }
  return side.schema(schema);
}

function readEncoding(side: DocumentSide, node: Node): Map<string, Encoding> {
  const out = new Map<string, Encoding>();
  for (const [name, encoding] of side.reader.entries(side.reader.child(node, 'encoding'))) {
    const listed = own(encoding.value, 'contentType');
    const { style } = readStyle(encoding.value, 'query', side.dialect);
    out.set(name, {
      style,
      requiredHeaders: requiredHeaders(side, side.reader.child(encoding, 'headers')),
      ...(typeof listed === 'string' ? { contentTypes: listed.split(',').map(mediaName).sort() } : {}),
    });
  }
  return out;
}

/** The media type of a part is said elsewhere, so `Content-Type` is not among them. */
function requiredHeaders(side: DocumentSide, list: Node): string[] {
  return side.reader
    .entries(list)
    .filter(([, header]) => own(side.reader.follow(header).value, 'required') === true)
    .map(([name]) => name.toLowerCase())
    .filter(name => name !== 'content-type')
    .sort();
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
