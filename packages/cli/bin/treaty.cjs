#!/usr/bin/env node
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const HOME = path.dirname(__dirname);
const COMMAND = path.join(HOME, 'dist', 'treaty.cjs');

/** Builds first where the sources lie beside and are newer; an installed package is what it is. */
async function start() {
  if (fs.existsSync(path.join(HOME, 'src', 'bin.ts'))) {
    const { build, isStale } = require('../build.cjs');
    if (isStale()) {
      process.stderr.write('treaty: building the command (its sources are newer) …\n');
      try {
        await build();
      } catch (error) {
        process.stderr.write(
          `treaty: the command could not be built.\n${error.message}\nnext: npm install, then try again\n`,
        );
        process.exit(70);
      }
    }
  }
  require(COMMAND);
}

// Node would end with 1, which says that the gate fails.
start().catch(error => {
  process.stderr.write(
    `treaty: the command could not be started.\n${error.stack}\nnext: install it again: npm install @treaty/cli\n`,
  );
  process.exitCode = 70;
});
