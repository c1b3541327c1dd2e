import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { say } from './bootstrap.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium-family browser: CHROME_PATH, then PATH, then the usual places, then (as root on a Debian-like system)
 * the distribution's own package. Nothing is downloaded in any other way.
 *
 * @throws Error with a sentence for people when there is none.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env, places: readonly string[] = PLACES): string {
  const asked = environment.CHROME_PATH;
  if (asked) {
    if (fs.existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, but there is no such file. Correct it, or unset it to search the usual places.`);
  }
  const found = onPath(environment) ?? places.find(place => fs.existsSync(place));
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    say('no browser found; installing the package chromium');
    const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const installed = onPath(environment);
    if (installed) return installed;
  }
  throw new Error('No browser was found. Install Chromium or Chrome, or name one: CHROME_PATH=/path/to/chrome npm test');
}

/** Arguments that keep headless Chromium quiet and off the network; the sandbox needs an ordinary user. */
export function chromiumArguments(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-dev-shm-usage', '--lang=en-GB',
  ];
}

function onPath(environment: NodeJS.ProcessEnv): string | undefined {
  for (const folder of (environment.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder && fs.existsSync(file)) return file;
    }
  }
  return undefined;
}
