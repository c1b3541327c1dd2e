import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Published rulesets that are JavaScript. They are optional peers: taken as they are from the project that names them in
 * a ruleset, never bundled and never rewritten. Others are refused, because a ruleset must not choose what code runs.
 */
export const PRESETS = [
  '@apisyouwonthate/style-guide',
  '@baloise/spectral-rules',
  '@ibm-cloud/openapi-ruleset',
  '@stoplight/spectral-documentation',
  '@stoplight/spectral-owasp-ruleset',
  '@stoplight/spectral-url-versioning',
] as const;

/** Loads a preset from the project in `folder`. The message of what is thrown is shown to people. */
export async function loadPreset(name: string, folder: string): Promise<unknown> {
  if (!(PRESETS as readonly string[]).includes(name))
    throw new Error(`it is not one of the presets: ${PRESETS.join(', ')}`);
  let file: string;
  try {
    file = createRequire(path.join(folder, 'package.json')).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(`it is not installed; add it to the project: npm install --save-dev ${name}`, {
      cause: error,
    });
  }
  const loaded = (await import(pathToFileURL(file).href)) as { default?: unknown };
  // A CommonJS package arrives as the default export of a module; its own `default` is the ruleset.
  return loaded.default ?? loaded;
}
