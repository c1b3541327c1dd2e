import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedRuleset, RulesetHost } from '@treaty/contract-lint';
import { decodeText } from '@treaty/contract-source';
import { CommandError } from '../errors';
import { fetchText } from '../host/documents';
import { notReadable } from '../host/files';
import { loadPreset } from './presets';

/** Larger than any ruleset. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The message of what is thrown is shown behind the name of the ruleset. */
async function readRuleset(file: string): Promise<string> {
  const found = await stat(file);
  const wrong = notReadable(found);
  if (wrong !== undefined) throw new Error(wrong);
  if (found.size > MAX_BYTES) throw new Error(`it has ${found.size.toLocaleString('en')} bytes`);
  const { text, problem } = decodeText(await readFile(file), file, { maxFileBytes: MAX_BYTES });
  if (text === undefined) throw new Error(problem?.message ?? 'it is no text');
  return text;
}

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
        : readRuleset(path.resolve(cwd, uri)),
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
