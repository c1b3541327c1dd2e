import { defineRule } from './define';

function answering(type: string): object {
  return {
    paths: { '/a': { get: { responses: { 200: { content: { [type]: { schema: { type: 'string' } } } } } } } },
  };
}

export const mediaTypeRangeChanged = defineRule({
  id: 'media-type-range-changed',
  on: 'media',
  effect: 'alters',
  message: "media type '{old}' became '{new}'",
  docs: {
    summary: 'A media type became a range of types, or the other way round',
    why: 'A response that was always of one type may now be of another; callers that do not say what they accept are surprised. A request range that still takes the old type accepts more than before.',
    instead: 'Name the types that are sent.',
  },
  examples: [
    { old: answering('application/json'), new: answering('application/*'), expect: 'dangerous' },
    { old: answering('application/*'), new: answering('application/json'), expect: 'safe' },
  ],
  mirror: { none: 'it looks at both ways itself' },
  detect({ before, after, mode }, report) {
    if (!before || !after || before.type === after.type) return;
    const opened = after.type.includes('*') && mode === 'response';
    report({
      with: { old: before.type, new: after.type },
      values: [before.type, after.type],
      location: 'media',
      effect: opened ? 'alters' : 'adds',
    });
  },
});
