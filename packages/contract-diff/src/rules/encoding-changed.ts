import { elementAt, prefixLength } from '../contain/properties';
import { Encoding } from '../model/types';
import { Mode, Ref } from '../normalize/norm';
import { Schemas } from '../normalize/schemas';
import { ARR, OBJ } from '../normalize/types';
import { spelledBoth } from '../model/spelling';
import { Shape, stylesDiffer } from '../model/style';
import { defineRule } from './define';

/** How something is written of which nothing is said. */
const UNSAID = { style: 'form explode', implicit: true };
type Written = Pick<Encoding, 'style' | 'implicit' | 'contentTypes'>;

/** A document whose only operation takes one form field. */
function form(field: object, encoding: object): object {
  const schema = { type: 'object', properties: { a: field } };
  return {
    paths: {
      '/a': {
        post: { requestBody: { content: { 'multipart/form-data': { schema, encoding } } }, responses: {} },
      },
    },
  };
}

const file = { type: 'string', format: 'binary' };
const list = { type: 'array', items: { type: 'string' } };

export const encodingChanged = defineRule({
  id: 'encoding-changed',
  on: 'media',
  effect: 'breaks',
  message: "property '{name}' is encoded differently in forms: {change}",
  docs: {
    summary: 'A form field is written differently',
    why: 'Readers take the old spelling apart wrongly, or refuse the media type of the part.',
    instead: 'Keep the encoding.',
  },
  examples: [
    {
      old: form(file, { a: { contentType: 'image/png' } }),
      new: form(file, { a: { contentType: 'image/gif' } }),
      expect: 'breaking',
    },
    {
      title: 'more media types accepted',
      old: form(file, { a: { contentType: 'image/png' } }),
      new: form(file, { a: { contentType: 'image/png, image/gif' } }),
      expect: 'safe',
    },
    {
      title: 'a field that could be of any type is tied to one',
      old: form(file, {}),
      new: form(file, { a: { contentType: 'image/png' } }),
      expect: 'breaking',
    },
    {
      title: 'lists spelled differently',
      old: form(list, { a: { style: 'form' } }),
      new: form(list, { a: { style: 'form', explode: false } }),
      expect: 'breaking',
    },
  ],
  mirror: { none: 'a change of spelling is its own opposite' },
  detect({ before, after, mode, space }, report) {
    if (!before || !after || !/form|^multipart/.test(after.type)) return;
    for (const [key, some] of new Map([...before.encoding, ...after.encoding])) {
      const { name } = some;
      const [old, now]: Written[] = [before, after].map(({ encoding }) => encoding.get(key) ?? UNSAID);
      const types = typesOf(space, before.schema, some, mode);
      const common = { values: [name], at: [name] };
      const shape = shapeOf(types);
      if (stylesDiffer(old.style, now.style, shape)) {
        const styles = spelledBoth([old.style, now.style], name, 'query', shape);
        // As with parameters: nobody decided to change what one version implies and another does not.
        const effect = old.implicit && now.implicit ? 'alters' : 'breaks';
        report({ ...common, with: { name, change: styles.join(' became ') }, effect });
      }
      const change = `${shown(old)} became ${shown(now)}`;
      if (shown(old) === shown(now)) continue;
      const lost = old.contentTypes?.filter(type => !takes(now, type)) ?? [];
      const gained = now.contentTypes?.filter(type => !takes(old, type)) ?? [];
      const implied = !old.contentTypes && now.contentTypes?.includes(suggested(types));
      if (lost.length > 0 || (!old.contentTypes && !implied))
        report({ ...common, with: { name, change }, effect: 'narrows' });
      else if (gained.length > 0 || !now.contentTypes)
        report({ ...common, with: { name, change }, effect: now.contentTypes ? 'widens' : 'alters' });
    }
  },
});

function shapeOf(types: number): Shape {
  if (types & OBJ) return 'composite';
  return types & ARR ? 'list' : 'scalar';
}

function shown(encoding: Written): string {
  return encoding.contentTypes?.join(', ') ?? 'any media type';
}

function takes(encoding: Written, type: string): boolean {
  return (
    encoding.contentTypes?.some(
      range => range === type || range === '*/*' || range === `${type.split('/')[0]}/*`,
    ) ?? true
  );
}

/** The media type a part has when nothing is said. */
function suggested(types: number): string {
  return types & (ARR | OBJ) ? 'application/json' : 'text/plain';
}

function typesOf(space: Schemas, schema: Ref, { name, positional }: Encoding, mode: Mode): number {
  const norm = space.norm(schema, mode);
  const found = positional
    ? elementAt(space, norm, name === '*' ? prefixLength(norm) : Number(name))
    : norm.objects.map(facet => facet.properties.get(name)).find(ref => ref !== undefined);
  return found ? space.norm(found, mode).types : 0;
}
