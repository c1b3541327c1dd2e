import { defineRule } from './define';
import { describe, missing, satisfies } from '../model/security';

const header = { k: { type: 'apiKey', in: 'header', name: 'X-Key' } };
const scoped = {
  login: {
    type: 'oauth2',
    flows: {
      clientCredentials: { tokenUrl: 'https://auth.example.com/token', scopes: { read: '', write: '' } },
    },
  },
};

export const securityTightened = defineRule({
  id: 'security-tightened',
  on: 'security',
  effect: 'breaks',
  message: '{old} is no longer enough; needed: {new}',
  docs: {
    summary: 'Credentials that used to let a caller in do not any more',
    why: 'Calls with the old credentials are refused. The place names what is newly needed, scheme and scope, so that a consumer which sends it already is known to be unaffected.',
    instead: 'Accept the old credentials beside the new ones for a while.',
  },
  examples: [
    {
      title: 'security added to an open operation',
      old: { components: { securitySchemes: header }, paths: { '/a': { get: { responses: {} } } } },
      new: {
        components: { securitySchemes: header },
        paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
      },
      expect: 'breaking',
    },
    {
      title: 'scope added',
      old: {
        components: { securitySchemes: scoped },
        paths: { '/a': { get: { security: [{ login: ['read'] }], responses: {} } } },
      },
      new: {
        components: { securitySchemes: scoped },
        paths: { '/a': { get: { security: [{ login: ['read', 'write'] }], responses: {} } } },
      },
      expect: 'breaking',
    },
    {
      title: 'API key moved to another header',
      old: {
        components: { securitySchemes: header },
        paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
      },
      new: {
        components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'X-Token' } } },
        paths: { '/a': { get: { security: [{ k: [] }], responses: {} } } },
      },
      expect: 'breaking',
    },
  ],
  mirror: { rule: 'security-relaxed' },
  detect({ before, after }, report) {
    // Of a webhook the provider is the caller; credentials that come along trouble no reader.
    if (before.inverted) return;
    for (const held of before.security) {
      if (after.security.some(wanted => satisfies(held, wanted))) continue;
      // As the contract names them: `login/write`, which is how consumers declare what they send.
      const ways = after.security.map(wanted =>
        missing(held, wanted).map(([wire, ...scope]) => [
          after.credentials.get(wire)?.scheme ?? wire,
          ...scope,
        ]),
      );
      const [nearest] = [...ways].sort((a, b) => a.length - b.length);
      const names = { old: describe(held), new: after.security.map(describe).join(' or ') };
      report({
        with: names,
        values: ways.map(way => way.map(part => part.join('/')).join(' and ')),
        at: nearest?.[0] ?? [],
        location: 'security',
        credential: held,
        ending: [...held.keys()]
          .map(wire => before.credentials.get(wire)?.ending)
          .find(ending => ending?.deprecated),
        cause: `${names.old} > ${names.new}`,
        places: { before: before.securityLoc, after: after.securityLoc },
      });
    }
  },
});
