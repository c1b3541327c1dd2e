import { Bump } from '@treaty/contract-findings';
import { defineRule } from './define';

const OPTIONAL = { get: { parameters: [{ name: 'q', in: 'query', schema: {} }], responses: {} } };
const REQUIRED = {
  get: { parameters: [{ name: 'q', in: 'query', required: true, schema: {} }], responses: {} },
};

export const versionNotRaised = defineRule({
  id: 'version-not-raised',
  on: 'version',
  effect: 'documents',
  message: 'info.version {moved}; the changes ask for a {bump} version',
  docs: {
    summary: 'The version number does not tell what changed',
    why: 'Those who pin a version range take a breaking change for a harmless one. Judged only where both numbers are semantic versions.',
    instead: 'Raise the number by what the summary suggests.',
  },
  examples: [
    {
      title: 'a break without a major version',
      old: { info: { title: 'A', version: '1.2.0' }, paths: { '/a': OPTIONAL } },
      new: { info: { title: 'A', version: '1.3.0' }, paths: { '/a': REQUIRED } },
      expect: 'dangerous',
    },
    {
      title: 'an addition without a minor version',
      old: { info: { title: 'A', version: '1.2.0' }, paths: {} },
      new: { info: { title: 'A', version: '1.2.1' }, paths: { '/a': OPTIONAL } },
      expect: 'safe',
    },
  ],
  mirror: { none: 'a version that was raised too far misleads nobody' },
  detect({ before, after, bump }, report) {
    const [old, now] = [parts(before.version), parts(after.version)];
    if (!old || !now || bump === 'none' || follows(old, now, bump)) return;
    report({
      with: { moved: moved(before.version, after.version), bump },
      values: [bump],
      location: 'document',
      effect: bump === 'major' ? 'alters' : 'documents',
      places: { before: before.info.loc.child('version'), after: after.info.loc.child('version') },
    });
  },
});

function moved(old = '', now = ''): string {
  return old === now ? `is still ${old}` : `went from ${old} to ${now}`;
}

function parts(version: string | undefined): number[] | undefined {
  const found = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version ?? '');
  return found?.slice(1).map(Number);
}

/** Before 1.0.0 the second number is the one that tells of breaks, as semantic versioning has it. */
function follows(old: number[], now: number[], bump: Bump): boolean {
  const first = [0, 1, 2].find(i => now[i] !== old[i]);
  if (first === undefined || now[first] < old[first]) return false;
  const needed = { major: old[0] === 0 ? 1 : 0, minor: old[0] === 0 ? 2 : 1, patch: 2, none: 2 }[bump];
  return first <= needed;
}
