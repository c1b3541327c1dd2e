import { defineRule } from './define';
import { describe, satisfies } from '../model/security';

export const securityRelaxed = defineRule({
  id: 'security-relaxed',
  on: 'security',
  effect: 'adds',
  message: '{new} is now enough',
  docs: {
    summary: 'Another way to be let in',
    why: 'Nobody has to use it.',
    instead: 'Nothing to do.',
  },
  examples: [
    {
      old: {
        components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
        paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
      },
      new: {
        components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
        paths: { '/a': { get: { security: [{ k: [] }, {}], responses: {} } } },
      },
      expect: 'safe',
    },
  ],
  mirror: { rule: 'security-tightened' },
  detect({ before, after }, report) {
    for (const wanted of after.security) {
      if (before.security.some(held => satisfies(held, wanted) && satisfies(wanted, held))) continue;
      if (before.security.length < after.security.length) {
        report({
          with: { new: describe(wanted) },
          values: [describe(wanted)],
          location: 'security',
          cause: describe(wanted),
          places: { before: before.securityLoc, after: after.securityLoc },
        });
      }
    }
  },
});
