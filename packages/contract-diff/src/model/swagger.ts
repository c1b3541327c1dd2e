import { encodingKey, mediaText } from './media';
import { mediaName } from './mediaName';
import { inlineSchema } from './parameters';
import { Node, own, plainText } from './reader';
import { DocumentSide } from './side';
import { readStyle } from './style';
import { Body, Encoding, Media } from './types';

/** OpenAPI 2.0: `in: body` and `in: formData` parameters are the request body. */
export function swaggerBody(side: DocumentSide, operation: Node, lists: readonly Node[]): Body | undefined {
  const { reader } = side;
  const found = new Map<string, Node>();
  for (const list of lists) {
    for (const entry of reader.items(list)) {
      const node = reader.follow(entry);
      const place = own(node.value, 'in');
      if (place === 'body') found.set('body', node);
      if (place === 'formData') found.set(`form ${plainText(own(node.value, 'name'))}`, node);
    }
  }
  const body = found.get('body');
  if (body) {
    const types = mediaTypes(side, operation, 'consumes', 'application/json');
    const schema = side.schema(reader.child(body, 'schema'));
    const media = types.map(type => ({ type, schema, encoding: new Map<string, Encoding>(), loc: body.loc }));
    return made(side, own(body.value, 'required') === true, media, body);
  }
  const fields = [...found.values()];
  if (fields.length === 0) return undefined;
  const files = fields.some(field => own(field.value, 'type') === 'file');
  const types = mediaTypes(
    side,
    operation,
    'consumes',
    files ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
  ).filter(type => type.includes('form'));
  const required = fields
    .filter(field => own(field.value, 'required') === true)
    .map(field => plainText(own(field.value, 'name')));
  const properties = Object.fromEntries(
    fields.map(field => [plainText(own(field.value, 'name')), inlineSchema(side, field).value]),
  );
  const schema = side.schema({
    value: { type: 'object', properties, required },
    loc: operation.loc.child('parameters'),
  });
  const encoding = new Map(
    fields.filter(field => own(field.value, 'type') === 'array').map(field => listed(side, field)),
  );
  const used = types.length > 0 ? types : ['application/x-www-form-urlencoded'];
  return made(
    side,
    required.length > 0,
    used.map(type => ({ type, schema, encoding, loc: fields[0].loc })),
    fields[0],
  );
}

/** How a field that holds a list is written. */
function listed(side: DocumentSide, { value }: Node): [string, Encoding] {
  const name = plainText(own(value, 'name'));
  const encoding = {
    name,
    positional: false,
    ...readStyle(value, 'query', side.dialect),
    headers: new Map(),
  };
  return [encodingKey(encoding), encoding];
}

function made(side: DocumentSide, required: boolean, media: readonly Media[], node: Node): Body {
  return { required, media, loc: node.loc, hash: side.interner.id(`body ${required} ${mediaText(media)}`) };
}

/** OpenAPI 2.0: a response has one schema, in every media type the operation produces. */
export function swaggerContent(side: DocumentSide, operation: Node, response: Node): Media[] {
  const schema = side.reader.child(response, 'schema');
  if (schema.value === undefined) return [];
  const ref = side.schema(schema);
  return mediaTypes(side, operation, 'produces', 'application/json').map(type => ({
    type,
    schema: ref,
    encoding: new Map<string, Encoding>(),
    loc: response.loc,
  }));
}

function mediaTypes(side: DocumentSide, operation: Node, key: string, fallback: string): string[] {
  const own_ = side.reader.child(operation, key);
  const node = own_.value === undefined ? side.reader.child(side.reader.root, key) : own_;
  const types = side.reader.items(node).map(item => mediaName(plainText(item.value)));
  return types.length > 0 ? [...new Set(types)] : [fallback];
}
