import { defineRule } from './define';

export const mediaTypeAdded = defineRule({
  id: 'media-type-added',
  on: 'media',
  effect: 'widens',
  message: "media type '{type}' was added",
  docs: {
    summary: 'A media type is new',
    why: 'Callers choose what they send and what they accept, so nobody has to use it. In a callback or webhook the provider chooses, and a receiver that knows the old types alone cannot read the new one.',
    instead: 'Let the receivers of webhooks subscribe to the new type.',
  },
  examples: [
    {
      old: {
        paths: { '/a': { post: { requestBody: { content: { 'application/json': {} } }, responses: {} } } },
      },
      new: {
        paths: {
          '/a': {
            post: { requestBody: { content: { 'application/json': {}, 'text/plain': {} } }, responses: {} },
          },
        },
      },
      expect: 'safe',
    },
    {
      title: 'in a webhook',
      old: {
        webhooks: { paid: { post: { requestBody: { content: { 'application/json': {} } }, responses: {} } } },
      },
      new: {
        webhooks: {
          paid: {
            post: {
              requestBody: { content: { 'application/json': {}, 'application/xml': {} } },
              responses: {},
            },
          },
        },
      },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'media-type-removed' },
  detect({ before, after, beforeAll, negotiated }, report) {
    if (before || !after) return;
    report({
      with: { type: after.type },
      values: [after.type],
      location: 'media',
      effect: negotiated || beforeAll.length === 0 ? 'adds' : 'widens',
    });
  },
});
