'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const HERE = __dirname;
const PACKAGES = path.dirname(HERE);
const SCHEMAS = path.join(HERE, 'schema');
const OUT_FOLDER = path.join(HERE, 'dist');
const OUT_FILE = path.join(OUT_FOLDER, 'treaty.cjs');

/** Where `src/version.ts` wants the sum of all sources. */
const BUILD = '@@build@@';

/** Parts of an older build stay for this long: a process that is running may still fetch one. */
const KEPT_MS = 60 * 60 * 1000;

const from = (room, file) => path.join(PACKAGES, room, 'src', file);

/**
 * What begins a file of its own. `treaty` is the command, `lint-worker` its thread; the others are heavy, and our sources
 * fetch them with a `require` inside of a function (an engine that answers at once cannot use `import()`).
 */
const PARTS = {
  treaty: from('cli', 'bin.ts'),
  'lint-worker': from('cli', 'lint/worker.ts'),
  'lint-engine': from('contract-lint', 'engine/lint.ts'),
  'lint-texts': from('contract-lint', 'engine/texts.ts'),
  'lint-spectral': from('contract-lint', 'engine/spectral.ts'),
  'lint-definition': from('contract-lint', 'ruleset/definition.ts'),
  ajv: require.resolve('ajv/dist/2020', { paths: [from('contract-diff', '')] }),
  'ajv-formats': require.resolve('ajv-formats', { paths: [from('contract-diff', '')] }),
  yaml: require.resolve('yaml', { paths: [from('contract-usage', '')] }),
};

/** Classes and functions of libraries that these sources import, and that most runs of theirs never call. */
const ON_FIRST_CALL = [
  { importer: from('contract-diff', 'prove/validator.ts'), part: 'ajv', names: ['default'] },
  { importer: from('contract-diff', 'prove/validator.ts'), part: 'ajv-formats', names: ['default'] },
  { importer: from('cli', 'config/checkedFile.ts'), part: 'ajv', names: ['default'] },
  {
    importer: from('contract-usage', 'importers/manifest.ts'),
    part: 'yaml',
    names: ['parseDocument', 'LineCounter', 'isNode'],
  },
];

/** Folders whose sources end up in the bundle. */
function sourceFolders() {
  return fs
    .readdirSync(PACKAGES)
    .filter(name => name === 'cli' || name.startsWith('contract-'))
    .map(name => path.join(PACKAGES, name, 'src'))
    .filter(folder => fs.existsSync(folder));
}

/** Modification time of the newest source, in milliseconds. */
function newestSource() {
  let newest = fs.statSync(__filename).mtimeMs;
  const visit = folder => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (/\.(ts|json)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
        newest = Math.max(newest, fs.statSync(file).mtimeMs);
    }
  };
  sourceFolders().forEach(visit);
  visit(SCHEMAS);
  return newest;
}

/** True when the bundle is missing or older than a source. */
function isStale() {
  return !fs.existsSync(OUT_FILE) || fs.statSync(OUT_FILE).mtimeMs < newestSource();
}

/** A class or a function that fetches the real one when it is called. */
function onFirstCall(part, name) {
  const [head, member] = name === 'default' ? ['default function', ''] : [`function ${name}`, `.${name}`];
  return `export ${head}(...given) {
    const real = require('./${part}.cjs').default${member};
    return new.target ? new real(...given) : real(...given);
  }`;
}

/** Lets a `require` of ours, and an import of {@link ON_FIRST_CALL}, name the part instead of taking it in. */
const partsStayApart = {
  name: 'parts-stay-apart',
  setup(run) {
    const partOf = file => Object.keys(PARTS).find(name => PARTS[name] === file);
    run.onResolve(
      { filter: /^\.|^ajv|^yaml$/ },
      async ({ path: name, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'plain' || /node_modules/.test(importer)) return undefined;
        const lazily = ON_FIRST_CALL.filter(one => one.importer === importer);
        if (kind !== 'require-call' && lazily.length === 0) return undefined;
        const found = await run.resolve(name, { kind, importer, resolveDir, pluginData: 'plain' });
        const part = partOf(found.path);
        if (part === undefined) return undefined;
        if (kind === 'require-call') return { path: `./${part}.cjs`, external: true };
        const names = lazily.find(one => one.part === part)?.names;
        return names && { path: part, namespace: 'on-first-call', pluginData: names };
      },
    );
    run.onLoad({ filter: /./, namespace: 'on-first-call' }, ({ path: part, pluginData: names }) => ({
      contents: names.map(name => onFirstCall(part, name)).join('\n'),
    }));
    run.onResolve({ filter: /./, namespace: 'on-first-call' }, ({ path: file }) => ({
      path: file,
      external: true,
    }));
  },
};

/**
 * Bundles the command into small files, of which a run loads those that it needs: what is behind an `import()` or a part
 * of {@link PARTS} stays on the disk until then. Splitting needs ES modules; they are turned into CommonJS one by one,
 * because that starts faster, and because V8's code cache can be handed to it on every Node.
 *
 * @param folder - where to; each file appears in one step and the command last, so that two builds at once, or a build
 *   beside a running command, do not disturb each other.
 */
async function build(folder = OUT_FOLDER) {
  const esbuild = require('esbuild');
  const started = new Date();
  const small = { minifyWhitespace: true, minifySyntax: true, legalComments: 'none', charset: 'ascii' };
  const { outputFiles } = await esbuild.build({
    ...small,
    entryPoints: PARTS,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: {
      // The package, not the part of Node of that name, which Node warns of on every start.
      punycode: require.resolve('punycode/'),
      // The same code for today's Node: its private members are those of the language, not look-ups in weak maps.
      'nimma/legacy': require.resolve('nimma'),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [partsStayApart],
    logLevel: 'silent',
  });
  fs.mkdirSync(folder, { recursive: true });
  const files = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const sum = crypto.createHash('sha256');
  for (const [name, text] of [...files].sort()) sum.update(`${name} ${text.length} ${text}`);
  const sources = sum.digest('hex').slice(0, 16);
  const command = path.basename(OUT_FILE);
  for (const name of [...files.keys()].sort((a, b) => Number(a === command) - Number(b === command))) {
    const { code } = await esbuild.transform(files.get(name), { ...small, format: 'cjs', platform: 'node' });
    const file = path.join(folder, name);
    const temporary = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(temporary, fetchedByRequire(code, files).replace(BUILD, sources));
    // As old as the sources it was made from: an edit during the build must be noticed next time.
    fs.utimesSync(temporary, started, started);
    fs.renameSync(temporary, file);
  }
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!files.has(name) && Date.now() - fs.statSync(file).mtimeMs > KEPT_MS)
      fs.rmSync(file, { force: true });
  }
}

/** `import()` of a part of ours, as CommonJS has it; that of anything else is left to Node. */
function fetchedByRequire(code, files) {
  return code.replace(/\bimport\("\.\/([\w.-]+)"\)/g, (whole, name) =>
    files.has(name) ? `Promise.resolve().then(()=>require("./${name}"))` : whole,
  );
}

module.exports = { OUT_FILE, OUT_FOLDER, build, isStale };
