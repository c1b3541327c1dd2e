import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedRuleset, RulesetHost } from '@treaty/contract-lint';
import { CommandError } from '../errors';
import { fetchText } from '../host/documents';
import { loadPreset } from './presets';

/** What a ruleset is opened with; plain data, so that a worker can open the same one. */
export interface RulesetRequest {
  /** A shipped or stock ruleset, a file, a preset, or an address where the network is allowed. */
  name: string;
  cwd: string;
  allowNet: boolean;
}

/**
 * Loads a ruleset by name or file; what is wrong with it ends the command, because nothing could be judged by it.
 *
 * @param options - without building it, Spectral stays on the disk: for asking whether everything is known already
 */
export async function openRuleset(
  { name, cwd, allowNet }: RulesetRequest,
  options: { build: boolean } = { build: true },
): Promise<LoadedRuleset> {
  const { loadRuleset } = await import('@treaty/contract-lint');
  const host: RulesetHost = {
    read: async uri =>
      /^https?:/i.test(uri)
        ? new TextDecoder().decode(await fetchText(uri))
        : readFile(path.resolve(cwd, uri), 'utf8'),
    allowRemote: allowNet,
    trusted: { loadPreset: preset => loadPreset(preset, cwd) },
  };
  const { ruleset, problems } = await loadRuleset(name, host, options);
  if (ruleset) return ruleset;
  const [first] = problems;
  const where =
    first?.file === undefined
      ? ''
      : ` (${[first.file, first.line].filter(part => part !== undefined).join(':')})`;
  throw new CommandError(
    `the ruleset '${name}' cannot be used: ${first?.message ?? 'it is empty'}${where}`,
    first?.next ?? 'name another with --ruleset',
  );
}
