import { arr, Cat, disc, DocumentCase, Dog, json, m, obj, post, text, xml } from './make';

/** Discriminators and XML. */
export const alternatives: DocumentCase[] = [
  [
    'disc mapping key removed in request',
    disc('req', m({ cat: 'Cat', dog: 'Dog' })),
    disc('req', m({ cat: 'Cat' })),
    true,
  ],
  [
    'disc mapping key removed in response',
    disc('res', m({ cat: 'Cat', dog: 'Dog' })),
    disc('res', m({ cat: 'Cat' })),
    false,
  ],
  [
    'disc mapping key added request',
    disc('req', m({ cat: 'Cat', dog: 'Dog' })),
    disc('req', m({ cat: 'Cat', dog: 'Dog', kitty: 'Cat' })),
    false,
  ],
  [
    'disc mapping key added response',
    disc('res', m({ cat: 'Cat', dog: 'Dog' })),
    disc('res', m({ cat: 'Cat', dog: 'Dog', kitty: 'Cat' })),
    false,
  ],
  [
    'disc mapping swapped request',
    disc('req', m({ cat: 'Cat', dog: 'Dog' })),
    disc('req', m({ cat: 'Dog', dog: 'Cat' })),
    true,
  ],
  [
    'disc mapping swapped response',
    disc('res', m({ cat: 'Cat', dog: 'Dog' })),
    disc('res', m({ cat: 'Dog', dog: 'Cat' })),
    true,
  ],
  [
    'disc property changed request',
    disc('req', { propertyName: 't' }),
    disc('req', { propertyName: 'u' }),
    true,
  ],
  [
    'disc property changed response',
    disc('res', { propertyName: 't' }),
    disc('res', { propertyName: 'u' }),
    true,
  ],
  ['disc added', disc('res'), disc('res', { propertyName: 't' }), false],
  ['disc removed req', disc('req', { propertyName: 't' }), disc('req'), false],
  [
    'disc implicit spelled out',
    disc('req', { propertyName: 't' }),
    disc('req', m({ Cat: 'Cat', Dog: 'Dog' })),
    false,
  ],
  [
    'component renamed under implicit discriminator (request)',
    disc('req', { propertyName: 't' }, { Cat, Dog }),
    disc('req', { propertyName: 't' }, { Kitty: Cat, Dog }),
    true,
  ],
  [
    'component renamed under mapping',
    disc('req', m({ cat: 'Cat', dog: 'Dog' }), { Cat, Dog }),
    disc('req', m({ cat: 'Kitty', dog: 'Dog' }), { Kitty: Cat, Dog }),
    false,
  ],
  [
    'component renamed, no discriminator',
    disc('req', undefined, { Cat, Dog }),
    disc('req', undefined, { Kitty: Cat, Dog }),
    false,
  ],
  [
    'xml name changed in xml request',
    xml(obj({ a: { ...text, xml: { name: 'x' } } }), 'req'),
    xml(obj({ a: { ...text, xml: { name: 'y' } } }), 'req'),
    true,
  ],
  [
    'xml attribute in xml response',
    xml(obj({ a: text }), 'res'),
    xml(obj({ a: { ...text, xml: { attribute: true } } }), 'res'),
    true,
  ],
  [
    'xml name equals the property name',
    xml(obj({ a: text }), 'res'),
    xml(obj({ a: { ...text, xml: { name: 'a' } } }), 'res'),
    false,
  ],
  [
    'xml wrapped',
    xml(obj({ a: arr() }), 'res'),
    xml(obj({ a: { ...arr(), xml: { wrapped: true } } }), 'res'),
    true,
  ],
  [
    'xml in json',
    post({ requestBody: json(obj({ a: { ...text, xml: { name: 'x' } } })) }),
    post({ requestBody: json(obj({ a: { ...text, xml: { name: 'y' } } })) }),
    false,
  ],
];
