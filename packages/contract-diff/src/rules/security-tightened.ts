import { defineRule } from './define';
import { describe, satisfies } from '../model/security';

export const securityTightened = defineRule({
  id: 'security-tightened',
  on: 'security',
  effect: 'breaks',
  message: '{old} is no longer enough; needed: {new}',
  docs: {
    summary: 'Credentials that used to let a caller in do not any more',
    why: 'Calls with the old credentials are refused.',
    instead: 'Accept the old credentials beside the new ones for a while.',
  },
  examples: [
    {
      old: {
        components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
        paths: { '/a': { get: { responses: {} } } },
      },
      new: {
        components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
        paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
      },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'security-relaxed' },
  detect({ before, after }, report) {
    for (const held of before.security) {
      if (after.security.some(wanted => satisfies(held, wanted))) continue;
      const names = { old: describe(held), new: after.security.map(describe).join(' or ') };
      report({
        with: names,
        values: [names.old],
        location: 'security',
        credential: names.old,
        cause: `${names.old} > ${names.new}`,
        places: { before: before.securityLoc, after: after.securityLoc },
      });
    }
  },
});
