import type { Audience, Notice, RemovalPresetName, Stability } from '@treaty/contract-deprecations';
import { formatProblem } from '@treaty/contract-findings';
import schema from '../../schema/treaty.schema.json';
import { CommandError } from '../errors';
import { Cache } from '../host/cache';
import { readOwnFile } from '../host/files';
import { FAIL_ON, POLICIES, SCOPES } from '../options';
import { readChecked } from './checkedFile';

export const SETTINGS_FILE = 'treaty.yaml';

/** `treaty.yaml`, as it is written. */
export interface SettingsFile {
  version?: 1;
  base?: string;
  failOn?: (typeof FAIL_ON)[number];
  policy?: (typeof POLICIES)[number];
  scope?: (typeof SCOPES)[number];
  ruleset?: string;
  apis?: string[];
  ignore?: string[];
  waivers?: { file?: string; maximumDays?: number };
  baseline?: { file?: string };
  removal?: {
    preset?: RemovalPresetName;
    notice?: Partial<Record<Stability, Partial<Record<Audience, Notice>>>>;
    audience?: Audience;
  };
  github?: { comment?: boolean };
}

/** The repository's settings with everything that was left out filled in. */
export interface Settings extends SettingsFile {
  /** Whether there is such a file. */
  found: boolean;
  waivers: { file: string; maximumDays: number };
  baseline: { file: string };
}

/**
 * Reads `treaty.yaml` at the root of what a run looks at. What is wrong with it ends the command: a gate that runs by other
 * rules than those written down is worse than none.
 */
export function readSettings(root: string, cache?: Cache): Settings {
  const read = readOwnFile(root, SETTINGS_FILE);
  if (!read) return complete({}, false);
  const { value, problems } = read.problem
    ? { value: undefined, problems: [read.problem] }
    : readChecked<SettingsFile>(read.text, SETTINGS_FILE, schema, cache);
  if (value) return complete(value, true);
  const [first, ...rest] = problems;
  throw new CommandError(
    [
      `${SETTINGS_FILE}:${first.line ?? 1}: ${first.message}`,
      ...rest.map(problem => `  also ${formatProblem(problem)}`),
    ].join('\n'),
    first.next,
  );
}

function complete(value: SettingsFile, found: boolean): Settings {
  return {
    ...value,
    found,
    waivers: {
      file: value.waivers?.file ?? 'treaty-waivers.yaml',
      maximumDays: value.waivers?.maximumDays ?? 180,
    },
    baseline: { file: value.baseline?.file ?? 'treaty-baseline.yaml' },
  };
}
