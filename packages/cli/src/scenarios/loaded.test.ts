/** What a run loads: the heavy parts stay on the disk until a run needs them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EMAIL_REMOVED, PUBLISHED } from './published';
import { Files, Repository } from './repository';

const LAUNCHER = path.resolve(__dirname, '../../bin/treaty.cjs');

/** What only the file says that holds a part: the name esbuild gives a module, or a message of the module. */
const PARTS = {
  spectral: '@stoplight/spectral-core/dist/spectral.js',
  lodash: 'node_modules/lodash/lodash.js',
  ajv: 'node_modules/ajv/dist/core.js',
  validator: '@apidevtools/swagger-parser/lib/index.js',
  yaml: 'node_modules/yaml/dist/index.js',
  comparison: 'the document is not an OpenAPI description',
  lint: ' speaks of this kind of document',
};
type Part = keyof typeof PARTS;

/** Tells on its way out which files of the command were loaded. */
const LIST = `process.once('exit', () => {
  const files = Object.keys(require.cache).filter(file => /[\\\\/]dist[\\\\/][^\\\\/]+\\.cjs$/.test(file));
  require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(files));
});`;

let repository: Repository;
afterEach(() => repository.remove());

function publish(files: Files): void {
  repository = new Repository({ '.gitignore': 'cache/\n', ...PUBLISHED, ...files });
}

/** Runs the command and says which parts it has loaded. */
function run(...args: string[]): { status: number | null; stdout: string; loaded: Part[] } {
  const list = path.join(repository.folder, '.git', 'list.cjs');
  const loaded = path.join(repository.folder, '.git', 'loaded.json');
  writeFileSync(list, LIST);
  const { status, stdout } = spawnSync(process.execPath, ['--require', list, LAUNCHER, ...args], {
    cwd: repository.folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: repository.folder,
      XDG_CACHE_HOME: path.join(repository.folder, 'cache'),
      LOADED: loaded,
    },
  });
  const texts = (JSON.parse(readFileSync(loaded, 'utf8')) as string[]).map(file =>
    readFileSync(file, 'latin1'),
  );
  const parts = (Object.keys(PARTS) as Part[]).filter(part => texts.some(text => text.includes(PARTS[part])));
  return { status, stdout, loaded: parts };
}

describe('loaded for', () => {
  it.each([['--help'], ['--version'], ['check', '--help'], ['lint', '--help'], ['diff']])(
    'treaty %s %s is nothing heavy',
    (...args) => {
      publish({});
      expect(run(...args.filter(Boolean)).loaded).toEqual([]);
    },
    60_000,
  );

  it('a diff without a breaking change is the comparison alone, and a proof brings the validator of messages', () => {
    publish({});
    repository.write(EMAIL_REMOVED);
    const [file] = Object.keys(EMAIL_REMOVED).filter(name => name.endsWith('openapi.yaml'));
    expect(run('diff', file, file)).toMatchObject({ status: 0, loaded: ['comparison'] });
    expect(run('diff', `main:${file}`, file)).toMatchObject({ status: 1, loaded: ['ajv', 'comparison'] });
  }, 60_000);

  it('a check with our rulesets is no Spectral, and with what is known already nothing heavy at all', () => {
    publish({ 'treaty.yaml': 'version: 1\n' });
    repository.write(EMAIL_REMOVED);
    const first = run('check');
    expect(first.loaded).not.toContain('spectral');
    expect(first.loaded).toEqual(expect.arrayContaining(['ajv', 'validator', 'comparison', 'lint']));
    const again = run('check');
    expect(again).toEqual({ status: 1, stdout: first.stdout, loaded: [] });
    expect(run('check', '--no-cache')).toEqual({ ...first, loaded: expect.arrayContaining(first.loaded) });
  }, 120_000);

  it('a ruleset of others is Spectral, once', () => {
    publish({});
    repository.write(EMAIL_REMOVED);
    const first = run('check', '--ruleset', 'spectral:oas');
    expect(first.loaded).toContain('spectral');
    expect(run('check', '--ruleset', 'spectral:oas')).toEqual({ ...first, loaded: [] });
  }, 120_000);

  it('another change is compared anew', () => {
    publish({});
    repository.write(EMAIL_REMOVED);
    run('check');
    const [file] = Object.keys(EMAIL_REMOVED).filter(name => name.endsWith('openapi.yaml'));
    const target = path.join(repository.folder, file);
    writeFileSync(target, `${readFileSync(target, 'utf8')}x-note: other\n`);
    expect(run('check').loaded).toContain('comparison');
  }, 120_000);
});
