import { own } from './reader';
import { ParameterPlace } from './types';

const COLLECTIONS: Record<string, string> = {
  csv: 'comma',
  multi: 'form explode',
  ssv: 'spaceDelimited',
  pipes: 'pipeDelimited',
  tsv: 'tab',
};

/** How arrays and objects are written, as one comparable word, and whether that was left to the default. */
export function readStyle(
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
  // Before OpenAPI 3.2 it was said of query parameters alone; headers are never percent-encoded.
  const mayReserve = place === 'query' || (dialect === '3.2' && place !== 'header');
  const reserved = mayReserve && own(value, 'allowReserved') === true ? ' reserved' : '';
  const implicit = own(value, 'style') === undefined && own(value, 'explode') === undefined;
  if (style === 'form' && !explode) return { style: `comma${reserved}`, implicit };
  return { style: `${style}${explode ? ' explode' : ''}${reserved}`, implicit };
}

const RESERVED = ' reserved';

/** Reserved characters may stand as they are (`allowReserved`). */
export function allowsReserved(style: string): boolean {
  return style.endsWith(RESERVED);
}

/** Which values a parameter holds, as far as their spelling goes. */
export type Shape = 'scalar' | 'list' | 'composite';

/** Whether two ways of writing differ for values of a shape; scalars look alike in most styles. */
export function stylesDiffer(one: string, other: string, shape: Shape): boolean {
  const [a, b] = [one, other].map(style =>
    allowsReserved(style) ? style.slice(0, -RESERVED.length) : style,
  );
  if (a === b) return false;
  const scalar = (style: string): string => {
    const [word] = style.split(' ');
    if (word === 'label' || word === 'matrix' || word === 'content') return style.replace(' explode', '');
    return 'plain';
  };
  // `simple` writes a list as `a,b` whether it is exploded or not.
  if (shape === 'list' && [a, b].every(style => style.startsWith('simple'))) return false;
  return shape !== 'scalar' || scalar(a) !== scalar(b);
}
