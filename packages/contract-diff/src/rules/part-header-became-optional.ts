import { defineRule } from './define';
import { partHeadersBeyond, uploading } from './partHeaders';

export const partHeaderBecameOptional = defineRule({
  id: 'part-header-became-optional',
  on: 'media',
  effect: 'widens',
  message: "part '{part}' of the form need not carry the header '{header}' any more",
  docs: {
    summary: 'A part of a multipart message may come without a header that was always there',
    why: 'In a response, readers count on the header. Requests may leave it out now.',
    instead: 'Keep sending the header.',
  },
  examples: [
    { title: 'in a response', old: uploading(true, true), new: uploading(false, true), expect: 'breaking' },
    { old: uploading(true), new: uploading(false), expect: 'safe' },
  ],
  mirror: { rule: 'part-header-became-required' },
  detect({ before, after }, report) {
    if (!before || !after) return;
    for (const { part, header } of partHeadersBeyond(before, after))
      report({ with: { part, header }, values: [part, header], at: [part] });
  },
});
