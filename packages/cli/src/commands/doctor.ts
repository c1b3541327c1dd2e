import { existsSync } from 'node:fs';
import path from 'node:path';
import { count, Problem } from '@treaty/contract-findings';
import { isComparable } from '../catalog/definition';
import { Catalog, readCatalog } from '../catalog/catalog';
import { Base, findBase } from '../check/base';
import { listedDocuments } from '../check/listed';
import { listFiles, workspaceRoot } from '../check/workspace';
import { discoverDocuments } from '../config/discover';
import { fits } from '../config/glob';
import { readSettings, Settings, SETTINGS_FILE } from '../config/settings';
import { CommandError, EXIT, ExitCode } from '../errors';
import { readOwnFile } from '../host/files';
import { Git } from '../host/git';
import { Io } from '../io';
import { DEFAULT_RULESET } from '../lint/linter';
import { openRuleset } from '../lint/ruleset';
import { readNow } from '../options';
import { Accepted } from '../waivers/accepted';
import { VERSION } from '../version';

/** One line of what is seen: good, worth knowing, or in the way. */
interface Line {
  mark: '✔' | '·' | '✖';
  about: string;
  text: string;
  next?: string;
}

/** `treaty doctor`: what a check would see here, and why. Exit 2 when one could not run. */
export async function doctor(options: { now?: string }, io: Io): Promise<ExitCode> {
  const now = readNow(options.now, io);
  const git = Git.open(io.cwd);
  const root = workspaceRoot(git, io);
  const lines: Line[] = [
    {
      mark: '✔',
      about: 'treaty',
      text: `${VERSION} on Node ${process.version.slice(1).split('.')[0]} (20 or newer is needed)`,
    },
    git
      ? { mark: '✔', about: 'repository', text: `git, at ${path.relative(io.cwd, root) || '.'}` }
      : { mark: '·', about: 'repository', text: 'no git here', next: 'a check needs --base OLD_FILE then' },
  ];
  const settings = attempt(lines, 'settings', () => readSettings(root));
  if (settings) {
    lines.push(
      settings.found
        ? { mark: '✔', about: 'settings', text: SETTINGS_FILE }
        : {
            mark: '·',
            about: 'settings',
            text: `no ${SETTINGS_FILE}: the standard holds`,
            next: 'treaty init writes one',
          },
    );
    const base = attempt<Base>(lines, 'base', () => findBase(undefined, git, io, settings.base));
    if (base) lines.push({ mark: '✔', about: 'base', text: base.says });
    const files = listFiles(root, git).filter(
      file => !(settings.ignore ?? []).some(pattern => fits(pattern, file)),
    );
    const catalog = readCatalog(root, files);
    lines.push(...apiLines(root, files, catalog, settings), ...consumerLines(catalog));
    await rulesetLine(lines, settings, root);
    lines.push(...acceptedLines(root, settings, now), ...catalog.problems.map(problemLine));
  }
  const width = Math.max(...lines.map(line => line.about.length));
  for (const { mark, about, text, next } of lines) {
    io.out(`${mark} ${about.padEnd(width)}  ${text}\n`);
    if (next !== undefined) io.out(`  ${' '.repeat(width)}  next: ${next}\n`);
  }
  return lines.some(line => line.mark === '✖') ? EXIT.unusable : EXIT.pass;
}

function attempt<T>(lines: Line[], about: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    lines.push({ mark: '✖', about, text: error.message.replace(/\n/g, '; '), next: error.next });
    return undefined;
  }
}

function apiLines(root: string, files: readonly string[], catalog: Catalog, settings: Settings): Line[] {
  const comparable = catalog.apis.filter(({ entity }) => isComparable(entity));
  const others = new Map<string, number>();
  for (const { entity } of catalog.apis.filter(api => !isComparable(api.entity)))
    others.set(String(entity.spec.type), (others.get(String(entity.spec.type)) ?? 0) + 1);
  const listed = listedDocuments(settings.apis ?? [], files, catalog);
  const known = new Set([
    ...listed,
    ...catalog.apis.flatMap(({ definition }) => (definition.kind === 'file' ? [definition.file] : [])),
  ]);
  const unlisted = discoverDocuments(root, files).documents.filter(file => !known.has(file));
  const total = catalog.apis.length + listed.length;
  const kinds = [...others].map(([type, n]) => `${n} ${type} (catalogued, not compared)`);
  const gone = comparable.filter(
    ({ definition }) => definition.kind === 'file' && !existsSync(path.join(root, definition.file)),
  );
  return [
    total === 0
      ? {
          mark: '✖',
          about: 'APIs',
          text: 'none was found in catalog/, catalog-info.yaml files, or apis of treaty.yaml',
          next: 'treaty init looks for descriptions',
        }
      : {
          mark: '✔',
          about: 'APIs',
          text: [
            `${comparable.length} of the catalog are compared`,
            ...kinds,
            ...(listed.length > 0 ? [`${count(listed.length, 'document')} by treaty.yaml`] : []),
          ].join(', '),
        },
    ...gone.map(({ entity }): Line => ({
      mark: '✖',
      about: 'APIs',
      text: `${entity.ref} names a document that is not there (${entity.file})`,
      next: 'correct spec.definition',
    })),
    ...(unlisted.length > 0
      ? [
          {
            mark: '·' as const,
            about: 'APIs',
            text: `${count(unlisted.length, 'description')} that nothing names: ${unlisted.slice(0, 3).join(', ')}${unlisted.length > 3 ? ', …' : ''}`,
            next: 'name them in apis of treaty.yaml, or describe them in catalog-info.yaml',
          },
        ]
      : []),
  ];
}

function consumerLines(catalog: Catalog): Line[] {
  const consumers = new Set([...catalog.consumers.values()].flat().map(one => one.ref));
  const manifests = new Set(catalog.manifests.map(one => one.consumer));
  const without = [...consumers].filter(ref => !manifests.has(ref));
  const nobody = catalog.apis.filter(({ entity }) => !catalog.consumers.has(entity.ref));
  if (consumers.size + manifests.size === 0)
    return [
      {
        mark: '·',
        about: 'consumers',
        text: 'nobody is named: a check says what breaks, not for whom',
        next: 'add consumesApis to components, and usage.yaml beside them (docs/usage-manifest.md)',
      },
    ];
  return [
    {
      mark: '✔',
      about: 'consumers',
      text: `${count(consumers.size, 'component')} consume APIs, ${count(manifests.size, 'usage manifest')}; ${count(nobody.length, 'API')} without a known consumer`,
    },
    ...(without.length > 0
      ? [
          {
            mark: '·' as const,
            about: 'consumers',
            text: `${count(without.length, 'consumer')} without a manifest, so without evidence: ${without.slice(0, 3).join(', ')}${without.length > 3 ? ', …' : ''}`,
            next: 'add usage.yaml beside their catalog-info.yaml',
          },
        ]
      : []),
  ];
}

async function rulesetLine(lines: Line[], settings: Settings, root: string): Promise<void> {
  const name = settings.ruleset ?? DEFAULT_RULESET;
  try {
    const ruleset = await openRuleset({ name, cwd: root, allowNet: false });
    lines.push({
      mark: '✔',
      about: 'ruleset',
      text: `${ruleset.name}, digest ${ruleset.digest.slice(0, 12)}`,
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    lines.push({ mark: '✖', about: 'ruleset', text: error.message, next: error.next });
  }
}

function acceptedLines(root: string, settings: Settings, now: Date): Line[] {
  const problems = Accepted.read(root, settings, now).problems(new Set());
  const described = [settings.waivers.file, settings.baseline.file].map((file): Line => {
    const found = readOwnFile(root, file);
    const text = found
      ? `${file}, ${count(found.text?.match(/^\s*-?\s*finding:/gm)?.length ?? 0, 'entry', 'entries')}`
      : `no ${file}`;
    return {
      mark: found ? '✔' : '·',
      about: file === settings.waivers.file ? 'waivers' : 'baseline',
      text,
    };
  });
  return [...described, ...problems.map(problemLine)];
}

function problemLine({ severity, message, file, line, next }: Problem): Line {
  const where = [file, line].filter(part => part !== undefined).join(':');
  return {
    mark: severity === 'error' ? '✖' : '·',
    about: 'problem',
    text: `${where === '' ? '' : `${where}: `}${message}`,
    next,
  };
}
