import { defineRule } from './define';
import { partHeaders, uploading } from './partHeaders';

export const partHeaderAdded = defineRule({
  id: 'part-header-added',
  on: 'media',
  effect: 'adds',
  message: "part '{part}' of the form knows the optional header '{header}'",
  docs: {
    summary: 'A part of a multipart message may carry a header that it did not know',
    why: 'Nobody has to send it.',
    instead: 'Nothing to do.',
  },
  examples: [{ old: uploading(undefined), new: uploading(false), expect: 'safe' }],
  mirror: { rule: 'part-header-removed' },
  detect({ before, after }, report) {
    if (!before || !after) return;
    for (const { part, header, ours, theirs } of partHeaders(after, before))
      if (!theirs && !ours.required) report({ with: { part, header }, values: [part, header], at: [part] });
  },
});
