import { isObject, own } from '../model/reader';
import { Norm } from '../normalize/norm';
import { ARR } from '../normalize/types';
import { defineRule } from './define';

/** A response in XML whose property is written in some way. */
function answering(xml: object | undefined): object {
  const schema = { type: 'object', properties: { id: { type: 'string', ...(xml ? { xml } : {}) } } };
  return { paths: { '/a': { get: { responses: { 200: { content: { 'application/xml': { schema } } } } } } } };
}

export const schemaXmlChanged = defineRule({
  id: 'schema-xml-changed',
  on: 'schema',
  effect: 'breaks',
  message: 'in XML it is written differently: {old} became {new}',
  docs: {
    summary: 'A name, namespace or place in XML messages is another one',
    why: 'Readers look for the old element or attribute. Messages in other media types do not change.',
    instead: 'Keep the XML form.',
  },
  examples: [
    { old: answering({ name: 'id' }), new: answering({ name: 'key' }), expect: 'breaking' },
    { old: answering(undefined), new: answering({ attribute: true }), expect: 'breaking' },
  ],
  mirror: { none: 'a change of spelling is its own opposite' },
  detect({ before, after }, report) {
    const [old, now] = [before.notes.xml, after.notes.xml];
    if (old === now) return;
    const forms = (name: string): [string, string] => [form(old, name, before), form(now, name, after)];
    const [was, is] = forms('');
    report({
      with: { old: was || 'an element', new: is || 'an element' },
      keyword: 'xml',
      unproven: 'the validator reads JSON; it cannot tell what XML looks like',
      concerns: ({ media, at }) => {
        if (!/[/+]xml$/.test(media ?? '')) return false;
        // An element is called like its property unless something else is said.
        const [a, b] = forms(at?.split('/').pop() ?? '');
        return a !== b;
      },
    });
  },
});

/** Everything about the XML object that shows in a message; the prefix of a namespace does not. */
function form(text: string | undefined, fallback: string, { types }: Norm): string {
  const xml: unknown = text === undefined ? {} : JSON.parse(text);
  if (!isObject(xml)) return '';
  const name = own(xml, 'name') ?? fallback;
  // OpenAPI 3.2 has one keyword for what were two.
  const kind = own(xml, 'nodeType');
  const isWrapped = own(xml, 'wrapped') === true || (kind === 'element' && types === ARR);
  const parts = [
    own(xml, 'attribute') === true || kind === 'attribute' ? 'an attribute' : '',
    kind === 'text' || kind === 'cdata' ? 'text without an element' : '',
    isWrapped ? 'wrapped' : '',
    name === '' ? '' : `called '${String(name)}'`,
    own(xml, 'namespace') === undefined ? '' : `in '${String(own(xml, 'namespace'))}'`,
  ];
  return parts.filter(part => part !== '').join(' ');
}
