import { defineRule } from './define';
import { partHeaders, uploading } from './partHeaders';

export const partHeaderRemoved = defineRule({
  id: 'part-header-removed',
  on: 'media',
  effect: 'withdraws',
  message: "part '{part}' of the form does not know the header '{header}' any more",
  docs: {
    summary: 'An optional header of a part of a multipart message is not declared any more',
    why: 'What is sent in it is ignored, and readers that use it find it missing. A header that had to be there is told as one that became optional.',
    instead: 'Keep the header until nobody uses it.',
  },
  examples: [{ old: uploading(false), new: uploading(undefined), expect: 'dangerous' }],
  mirror: { rule: 'part-header-added' },
  detect({ before, after }, report) {
    if (!before || !after) return;
    for (const { part, header, ours, theirs } of partHeaders(before, after))
      if (!theirs && !ours.required)
        report({ with: { part, header }, values: [part, header], at: [part], ending: ours });
  },
});
