import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/bootstrap.mjs';

/**
 * Extra configuration for the example catalog. With TREATY_EXAMPLE_GITHUB=1 GitHub's published description (13 MB,
 * over 1,200 operations) becomes an API entity, read from the npm package that ships it.
 */
export function exampleConfigs(dataDirectory: string): string[] {
  if (process.env.TREATY_EXAMPLE_GITHUB !== '1') return [];
  const document = path.join(root, 'node_modules', '@octokit', 'openapi-new', 'generated', 'api.github.com.json');
  if (!fs.existsSync(document)) throw new Error(`TREATY_EXAMPLE_GITHUB=1 needs the package @octokit/openapi-new, which is not installed. Run: npm ci`);
  const folder = path.join(dataDirectory, 'example-github');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(document, path.join(folder, 'openapi.json'));
  fs.writeFileSync(path.join(folder, 'catalog-info.yaml'), ENTITY);
  const config = path.join(folder, 'app-config.yaml');
  // A list in a later file replaces the list of an earlier one, so the example catalog is named again.
  fs.writeFileSync(config, `catalog:
  locations:
    - type: file
      target: ./catalog/all.yaml
    - type: file
      target: ${JSON.stringify(path.join(folder, 'catalog-info.yaml'))}
`);
  return [config];
}

const ENTITY = `apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: github-rest
  title: GitHub REST
  description: GitHub's published REST description, as a measure of size.
  labels:
    treaty/api: github-rest
    treaty/major: "1"
spec:
  type: openapi
  lifecycle: production
  owner: group:default/team-integrations
  system: data-platform
  definition:
    $text: ./openapi.json
`;
