import { defineRule } from './define';

/** A webhook whose receiver answers with a header. */
function hook(required: boolean): object {
  return {
    webhooks: {
      paid: {
        post: { responses: { 200: { headers: { 'X-Seen': { required, schema: { type: 'string' } } } } } },
      },
    },
  };
}

export const responseHeaderBecameRequired = defineRule({
  id: 'response-header-became-required',
  on: 'header',
  effect: 'narrows',
  message: "response header '{name}' is now required",
  docs: {
    summary: 'A header that need not be there must be now',
    why: 'More is promised to callers. In a callback or webhook it is the receiver that answers, and answers without the header are refused.',
    instead: 'Keep accepting answers without it.',
  },
  examples: [{ title: 'in a webhook', old: hook(false), new: hook(true), expect: 'breaking' }],
  mirror: { rule: 'response-header-became-optional' },
  detect({ before, after, mode }, report) {
    if (!after?.required || before?.required || (!before && mode === 'response')) return;
    report({ with: { name: after.name }, values: [after.name] });
  },
});
