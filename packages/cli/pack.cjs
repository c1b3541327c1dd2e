'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { build } = require('./build.cjs');

const HERE = __dirname;
const ROOT = path.resolve(HERE, '../..');

/**
 * Lays the package out as it is published: the launcher, the built command, and a manifest without dependencies, because
 * everything is in the build. Presets stay peers: they come from the project that names them.
 *
 * @param folder - where to; it is made anew
 */
async function assemble(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, 'bin'), { recursive: true });
  await build(path.join(folder, 'dist'));
  fs.copyFileSync(path.join(HERE, 'bin', 'treaty.cjs'), path.join(folder, 'bin', 'treaty.cjs'));
  fs.chmodSync(path.join(folder, 'bin', 'treaty.cjs'), 0o755);
  // Editors complete treaty.yaml by these; its first line names them where the package is installed.
  fs.cpSync(path.join(HERE, 'schema'), path.join(folder, 'schema'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'LICENSE'), path.join(folder, 'LICENSE'));
  const {
    name,
    version,
    description,
    license,
    bin,
    peerDependencies,
    peerDependenciesMeta,
  } = require('./package.json');
  const manifest = {
    name,
    version,
    description,
    license,
    bin,
    files: ['bin', 'dist', 'schema'],
    engines: { node: '>=20' },
    peerDependencies,
    peerDependenciesMeta,
  };
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

module.exports = { assemble };

if (require.main === module) {
  const folder = path.resolve(process.argv[2] ?? path.join(HERE, 'dist', 'package'));
  assemble(folder).then(() => process.stdout.write(`${folder}\n`));
}
