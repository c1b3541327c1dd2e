import { sameServer } from '../model/servers';
import { underServer } from './addresses';
import { defineRule } from './define';

function regional(fallback: string): object {
  return underServer({
    url: 'https://{region}.example.com',
    variables: { region: { default: fallback, enum: ['eu', 'us'] } },
  });
}

export const serverVariableDefaultChanged = defineRule({
  id: 'server-variable-default-changed',
  on: 'server',
  effect: 'alters',
  message: "callers who choose nothing are sent to '{new}' instead of '{old}'",
  docs: {
    summary: 'A variable of a server address has another default',
    why: 'The old address is still served, yet clients that choose no value call another one from now on: another region, another version, other data.',
    instead: 'Keep the default; let callers choose the new value.',
  },
  examples: [{ old: regional('eu'), new: regional('us'), expect: 'dangerous' }],
  mirror: { none: 'a change of the default is its own opposite' },
  detect({ before, after }, report) {
    const told = new Set<string>();
    for (const old of before.servers) {
      const now = after.servers.find(({ shape }) => shape === old.shape);
      if (!now || now.chosen === old.chosen || told.has(old.chosen)) continue;
      if (!after.servers.some(({ url }) => sameServer(old.chosen, url))) continue;
      told.add(old.chosen);
      report({
        with: { old: old.chosen, new: now.chosen },
        values: [old.chosen, now.chosen],
        location: 'server',
        cause: `${old.chosen} > ${now.chosen}`,
        places: { before: before.serversLoc, after: after.serversLoc },
      });
    }
  },
});
