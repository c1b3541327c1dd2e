'use strict';

const fs = require('node:fs');
const path = require('node:path');

const HERE = __dirname;
const PACKAGES = path.dirname(HERE);
const SCHEMAS = path.join(HERE, 'schema');
const OUT_FILE = path.join(HERE, 'dist', 'treaty.cjs');

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

/** True when the bundle is missing or older than a source. Without sources (an installed package) it is what it is. */
function isStale() {
  if (!fs.existsSync(path.join(HERE, 'src', 'bin.ts'))) return false;
  return !fs.existsSync(OUT_FILE) || fs.statSync(OUT_FILE).mtimeMs < newestSource();
}

/**
 * Bundles the command into one file. Modules that a command fetches with `import()` stay unevaluated until it runs. The
 * file appears in one step, so that two builds at once do not disturb each other.
 */
function build() {
  const started = new Date();
  const temporary = `${OUT_FILE}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(OUT_FILE), { recursive: true });
  require('esbuild').buildSync({
    entryPoints: [path.join(HERE, 'src', 'bin.ts')],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // The package, not the part of Node of that name, which Node warns of on every start.
    alias: { punycode: require.resolve('punycode/') },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Names stay readable in the stack that a bug report carries.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // Plain ASCII can be read as one byte a character; the launcher relies on it.
    charset: 'ascii',
    logLevel: 'silent',
  });
  // As old as the sources it was made from: an edit during the build must be noticed next time.
  fs.utimesSync(temporary, started, started);
  fs.renameSync(temporary, OUT_FILE);
}

module.exports = { OUT_FILE, build, isStale };
