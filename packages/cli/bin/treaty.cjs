#!/usr/bin/env node
'use strict';

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { OUT_FILE, build, isStale } = require('../build.cjs');

if (isStale()) {
  process.stderr.write('treaty: building the command (its sources are newer) …\n');
  try {
    build();
  } catch (error) {
    process.stderr.write(
      `treaty: the command could not be built.\n${error.message}\nnext: npm install, then try again\n`,
    );
    process.exit(70);
  }
}
run(OUT_FILE);

/**
 * Runs the bundle with V8's code cache beside it, one for each version of Node. Without it, starting means parsing five
 * megabytes for a help text.
 */
function run(file) {
  const cacheFile = `${file}.${process.version}-${process.arch}.cache`;
  const built = fs.statSync(file).mtimeMs;
  const fresh = fs.statSync(cacheFile, { throwIfNoEntry: false })?.mtimeMs > built;
  const script = new vm.Script(Module.wrap(fs.readFileSync(file, 'latin1')), {
    filename: file,
    cachedData: fresh ? fs.readFileSync(cacheFile) : undefined,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (!fresh || script.cachedDataRejected) process.once('exit', () => save(script, cacheFile));
  const bundle = new Module(file, module);
  bundle.filename = file;
  bundle.paths = Module._nodeModulePaths(path.dirname(file));
  script
    .runInThisContext()
    .call(bundle.exports, bundle.exports, bundle.require.bind(bundle), bundle, file, path.dirname(file));
}

/** Appears in one step. A folder that cannot be written costs the next start some time, nothing else. */
function save(script, cacheFile) {
  const temporary = `${cacheFile}.${process.pid}`;
  try {
    fs.writeFileSync(temporary, script.createCachedData());
    fs.renameSync(temporary, cacheFile);
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC', 'ENOENT'].includes(error.code)) throw error;
  }
}
