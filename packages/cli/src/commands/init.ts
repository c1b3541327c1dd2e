import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { count } from '@treaty/contract-findings';
import { readCatalog } from '../catalog/catalog';
import { listFiles, workspaceRoot } from '../check/workspace';
import { discoverDocuments } from '../config/discover';
import { SETTINGS_FILE } from '../config/settings';
import { CommandError, EXIT, ExitCode } from '../errors';
import { Git } from '../host/git';
import { Io } from '../io';

/** `treaty init`: settings for the repository it stands in, with what was found there. */
export async function init(options: { force: boolean }, io: Io): Promise<ExitCode> {
  const git = Git.open(io.cwd);
  const root = workspaceRoot(git, io);
  const target = path.join(root, SETTINGS_FILE);
  if (existsSync(target) && !options.force)
    throw new CommandError(
      `there is a ${SETTINGS_FILE} already`,
      'edit it, or replace it: treaty init --force',
    );
  const files = listFiles(root, git);
  const catalog = readCatalog(root, files);
  const named = new Set(
    catalog.apis.flatMap(({ definition }) => (definition.kind === 'file' ? [definition.file] : [])),
  );
  const { documents, examples } = discoverDocuments(root, files);
  const unnamed = documents.filter(file => !named.has(file));
  const text = settings({
    base: git?.defaultBranch(),
    apis: catalog.apis.length,
    unnamed,
    audience: 'public',
  });
  writeFileSync(target, text);
  const told = [
    `${SETTINGS_FILE}: ${count(catalog.apis.length, 'API')} in the catalog, ${count(unnamed.length, 'document')} beside it`,
    ...(examples.length > 0 ? [`left out as examples or test data: ${some(examples)}`] : []),
    catalog.apis.length + unnamed.length === 0
      ? 'next: add the API descriptions to apis, then see what is found: treaty doctor'
      : 'next: see what is found: treaty doctor, then commit it and let CI run: treaty check',
  ];
  io.out(`${told.join('\n')}\n`);
  return EXIT.pass;
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function settings(found: {
  base: string | undefined;
  apis: number;
  unnamed: readonly string[];
  audience: string;
}): string {
  const apis =
    found.unnamed.length === 0
      ? ['# apis:', '#   - services/*/openapi.yaml']
      : ['apis:', ...found.unnamed.map(file => `  - ${JSON.stringify(file)}`)];
  return `${[
    '# yaml-language-server: $schema=./node_modules/@treaty/cli/schema/treaty.schema.json',
    '# Settings of the treaty command. An option on the command line wins over them.',
    'version: 1',
    '',
    '# What a change is compared with: its merge base with this branch.',
    found.base === undefined ? '# base: origin/main' : `base: ${JSON.stringify(found.base)}`,
    '',
    '# What makes the gate fail: breaking, dangerous, none (report only).',
    'failOn: breaking',
    '',
    '# The lint ruleset: treaty, contract, deprecation, security, ai-ready, spectral:oas, or a file. Only new findings count.',
    'ruleset: treaty',
    '',
    `# Documents that no catalog entity names${found.apis > 0 ? ` (the catalog names ${found.apis})` : ''}.`,
    ...apis,
    '',
    '# Not looked at.',
    '# ignore:',
    '#   - examples/**',
    '',
    '# What must hold before something deprecated may go: none, treaty (180 days for what is stable), github-rest,',
    '# github-graphql, microsoft-graph, google-cloud, azure, kubernetes, zalando.',
    'removal:',
    '  preset: treaty',
    '  # Audience of an API that does not say it in info.x-audience: internal, partner, public.',
    `  audience: ${found.audience}`,
    '',
    '# Waivers are written by treaty waive; none may still run longer than this.',
    'waivers:',
    '  maximumDays: 180',
    '',
    '# Keep one comment on the pull request up to date, in GitHub Actions with GITHUB_TOKEN.',
    'github:',
    '  comment: false',
  ].join('\n')}\n`;
}
