import { childNode, own } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const SEMVER = /^v?(0|[1-9]\d*)(\.(0|[1-9]\d*)(\.(0|[1-9]\d*))?)?(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const withVersion = (version: unknown) => ({ ...exampleDocument({}), info: { title: 'Orders', version } });

export const versionSemantic = defineLintRule({
  id: 'version-semantic',
  ruleset: 'contract',
  severity: 'warn',
  summary: 'info.version is a semantic version.',
  why: 'The gate proposes the next version from the changes it sees, and the portal lines releases up by it. “latest” and “final2” have no order.',
  instead: 'Write MAJOR.MINOR.PATCH, for example 2.3.0, and let the gate propose the next one.',
  examples: {
    bad: [
      { title: 'a word', document: withVersion('latest') },
      { title: 'a number', document: withVersion(1.1) },
    ],
    good: [{ title: 'major.minor.patch', document: withVersion('2.3.0') }],
  },
  check({ api }, report) {
    const version = own(own(api.root.value, 'info'), 'version');
    const node = childNode(api.root, version === undefined ? ['info'] : ['info', 'version'], {
      at: 'document/info/version',
    });
    if (typeof version === 'string' && SEMVER.test(version.trim())) report.pass();
    else if (typeof version === 'number')
      report.fail(node, `info.version ${version} is a number; quote it, or 1.10 becomes 1.1`);
    else
      report.fail(
        node,
        version === undefined
          ? 'info.version is missing'
          : `info.version '${String(version)}' is not a semantic version`,
      );
  },
});
