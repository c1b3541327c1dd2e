import { allowsReserved, Shape } from './style';

/** An example value of each shape, taken apart the way styles write it: `[key, value]` of objects. */
const LIST = ['a', 'b'];
const MEMBERS: ReadonlyArray<readonly [string, string]> = [
  ['x', '1'],
  ['y', '2'],
];

/** How a style separates the elements of a value, and how it leads it in. */
interface Spelling {
  /** Between elements that stand in one text. */
  separator: string;
  /** Before the value: `tags=`, `.`, `;tags=`. */
  lead: string;
  /** Between elements that are written one by one. */
  between: string;
}

function spelling(style: string, name: string, place: string): Spelling {
  const lead = place === 'path' || place === 'header' ? '' : `${name}=`;
  switch (style) {
    case 'spaceDelimited':
      return { separator: '%20', lead, between: '&' };
    case 'pipeDelimited':
      return { separator: '|', lead, between: '&' };
    case 'tab':
      return { separator: '%09', lead, between: '&' };
    case 'label':
      return { separator: ',', lead: '.', between: '.' };
    case 'matrix':
      return { separator: ',', lead: `;${name}=`, between: ';' };
    case 'simple':
      return { separator: ',', lead: '', between: ',' };
    default:
      return { separator: ',', lead, between: '&' };
  }
}

/** A value written in a style, as it stands on the wire: `tags=a&tags=b`; what {@link Parameter.style} means in words. */
export function spelled(style: string, name: string, place: string, shape: Shape): string {
  if (style.startsWith('content ')) return `${spelling('', name, place).lead}${asText(style, shape)}`;
  const [word] = style.split(' ');
  const explode = style.includes('explode');
  const { separator, lead, between } = spelling(word, name, place);
  if (shape === 'scalar') return lead + (allowsReserved(style) ? 'a/b' : 'a');
  if (word === 'deepObject') return MEMBERS.map(([key, value]) => `${name}[${key}]=${value}`).join('&');
  if (!explode) {
    const parts = shape === 'list' ? LIST : MEMBERS.flat();
    return lead + parts.join(separator);
  }
  const opening = word === 'matrix' ? ';' : lead.replace(`${name}=`, '');
  const parts =
    shape === 'list' ? LIST.map(item => repeated(word, lead, item)) : MEMBERS.map(pair => pair.join('='));
  return opening + parts.join(between);
}

/** One element of an exploded list: styles that know names repeat the name. */
function repeated(word: string, lead: string, item: string): string {
  if (word === 'label' || word === 'simple') return item;
  return lead.replace(/^;/, '') + item;
}

function asText(style: string, shape: Shape): string {
  const type = style.slice('content '.length);
  if (!/json/.test(type)) return `(${type})`;
  if (shape === 'list') return JSON.stringify(LIST);
  return JSON.stringify(shape === 'composite' ? { x: 1, y: 2 } : 'a');
}

/** Two ways of writing side by side; by the names of the styles where the examples look alike. */
export function spelledBoth(
  styles: readonly [string, string],
  name: string,
  place: string,
  shape: Shape,
): [old: string, now: string] {
  const [old, now] = styles.map(style => spelled(style, name, place, shape));
  return old === now ? [styles[0], styles[1]] : [old, now];
}
