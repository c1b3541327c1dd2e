#!/usr/bin/env node
'use strict';

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
require(OUT_FILE);
