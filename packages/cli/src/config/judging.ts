import { Io } from '../io';
import { FAIL_ON, JudgeOptions, oneOf, POLICIES, readNow, SCOPES } from '../options';
import { SettingsFile } from './settings';

/** How changes are judged: what the command line says, else `treaty.yaml`, else the standard. */
export function judgeSettings(options: JudgeOptions & { now?: string }, settings: SettingsFile, io: Io) {
  const given = <T extends string>(flag: string, option: string | undefined, words: readonly T[]) =>
    option === undefined ? undefined : oneOf(flag, option, words);
  return {
    failOn: given('--fail-on', options.failOn, FAIL_ON) ?? settings.failOn ?? 'breaking',
    policy: given('--policy', options.policy, POLICIES) ?? settings.policy ?? 'standard',
    scope: given('--scope', options.scope, SCOPES) ?? settings.scope ?? 'wire',
    now: readNow(options.now, io),
  };
}
