import { defineRule } from './define';
import { partHeadersBeyond, uploading } from './partHeaders';

export const partHeaderBecameRequired = defineRule({
  id: 'part-header-became-required',
  on: 'media',
  effect: 'narrows',
  message: "part '{part}' of the form has to carry the header '{header}' now",
  docs: {
    summary: 'A part of a multipart message needs a header that it did not need',
    why: 'Uploads without the header are refused. In a response more is promised than before.',
    instead: 'Take parts without the header and treat them as before.',
  },
  examples: [
    { old: uploading(false), new: uploading(true), expect: 'breaking' },
    { title: 'in a response', old: uploading(false, true), new: uploading(true, true), expect: 'safe' },
  ],
  mirror: { rule: 'part-header-became-optional' },
  detect({ before, after }, report) {
    if (!before || !after) return;
    for (const { part, header } of partHeadersBeyond(after, before))
      report({ with: { part, header }, values: [part, header], at: [part] });
  },
});
