import { bestMedia, rangeMatch } from '../model/media';
import { Media } from '../model/types';
import { defineRule } from './define';

function answering(type: string): object {
  return {
    paths: { '/a': { get: { responses: { 200: { content: { [type]: { schema: { type: 'string' } } } } } } } },
  };
}

export const mediaTypeRangeChanged = defineRule({
  id: 'media-type-range-changed',
  on: 'media',
  effect: 'widens',
  message: "media type '{old}' became '{new}'",
  docs: {
    summary: 'A media type became a range of types, or the other way round',
    why: 'A response that was always of one type may now be of any type of the range, which its readers cannot read. A request range that still takes the old type accepts more than before.',
    instead: 'Name the types that are sent.',
  },
  examples: [
    { old: answering('application/json'), new: answering('application/*'), expect: 'breaking' },
    { old: answering('application/*'), new: answering('application/json'), expect: 'safe' },
  ],
  mirror: { none: 'it looks at both ways itself' },
  detect({ before, after, beforeAll, mode }, report) {
    if (!before || !after || before.type === after.type) return;
    const covered = beforeAll.some(({ type }) => rangeMatch(type, after.type) > 0);
    const opened = after.type.includes('*') && mode === 'response' && !covered;
    report({
      with: { old: before.type, new: after.type },
      values: [before.type, after.type],
      location: 'media',
      effect: opened ? 'widens' : 'adds',
      ...(opened ? { media: surprising(after.type, beforeAll) } : {}),
    });
  },
});

const COMMON = ['text/plain', 'application/xml', 'application/json', 'image/png', 'audio/mpeg', 'video/mp4'];

/** A type of a range that did not come before. */
function surprising(range: string, known: readonly Media[]): string {
  const found = COMMON.find(type => rangeMatch(range, type) > 0 && !bestMedia(known, type));
  return found ?? `${range.split('/')[0].replace('*', 'application')}/octet-stream`;
}
