import { endingOf } from './ending';
import { inlineSchema } from './parameters';
import { mediaName } from './mediaName';
import { Node, own } from './reader';
import { DocumentSide } from './side';
import { readStyle } from './style';
import { Header } from './types';

/** Headers of a response or of a part of a form, by name in lower case; media types are said elsewhere. */
export function readHeaders(side: DocumentSide, list: Node): Map<string, Header> {
  const { reader } = side;
  const found = new Map<string, Header>();
  for (const [name, entry] of reader.entries(list)) {
    const key = name.toLowerCase();
    if (key === 'content-type') continue;
    const node = reader.follow(entry);
    const [content] = reader.entries(reader.child(node, 'content'));
    const schemaNode = content
      ? reader.child(reader.follow(content[1]), 'schema')
      : reader.child(node, 'schema');
    const inline = side.dialect === '2.0' && schemaNode.value === undefined;
    const schema = side.schema(inline ? inlineSchema(side, node) : schemaNode);
    found.set(key, {
      name,
      required: own(node.value, 'required') === true,
      style: content
        ? `content ${mediaName(content[0])}`
        : readStyle(node.value, 'header', side.dialect).style,
      schema,
      loc: node.loc,
      ...endingOf(node.value),
    });
  }
  return found;
}

/** One text for headers, equal exactly where nothing about them differs. */
export function headersText(headers: ReadonlyMap<string, Header>): string {
  return [...headers]
    .map(([key, h]) => `${key} ${h.required} ${h.style} ${h.schema.key} ${h.deprecated} ${String(h.sunset)}`)
    .sort()
    .join('\u0001');
}
