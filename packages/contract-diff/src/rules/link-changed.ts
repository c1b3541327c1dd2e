import { defineRule } from './define';

/** A document whose response links to an operation. */
function linking(links: object): object {
  return { paths: { '/a': { get: { responses: { 200: { description: 'ok', links } } } } } };
}

export const linkChanged = defineRule({
  id: 'link-changed',
  on: 'link',
  effect: 'alters',
  message: "link '{name}' {change}",
  docs: {
    summary: 'A link to another operation is gone or leads elsewhere',
    why: 'Links are advice, not part of the message; clients that navigate by them lose their way.',
    instead: 'Keep the link, or add another one under a new name.',
  },
  examples: [
    { old: linking({ next: { operationId: 'b' } }), new: linking({}), expect: 'dangerous' },
    {
      old: linking({ next: { operationId: 'b' } }),
      new: linking({ next: { operationId: 'c' } }),
      expect: 'dangerous',
    },
  ],
  mirror: { rule: 'link-added' },
  detect({ before, after, name }, report) {
    if (before === undefined || before === after) return;
    const change = after === undefined ? 'was removed' : `leads to ${after} instead of ${before}`;
    report({ with: { name, change }, values: [name], location: 'status', at: [] });
  },
});
