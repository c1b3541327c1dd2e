import { Command } from 'commander';
import { Io } from './io';
import { BaselineOptions, WaiveOptions } from './options';
import { examples } from './examples';
import { Outcome } from './outcome';

/** Commands that look after a repository's own files: settings, waivers, baseline. */
export function addRepositoryCommands(program: Command, io: Io, outcome: Outcome): void {
  program
    .command('waive')
    .summary('ask for the acceptance of a finding, in treaty-waivers.yaml')
    .description(
      'Writes a waiver for a finding of the present change. It holds once a second person is named as its approver, and ' +
        'until its day is over; then the finding counts again.',
    )
    .argument('<finding>', 'its first characters, as check shows them')
    .argument('[path...]', 'what to look for it in, as for check; without one, every API of the catalog')
    .requiredOption('--reason <text>', 'why it is acceptable')
    .requiredOption('--until <date>', 'the last day on which it holds, for example 2027-03-31')
    .option('--requester <name>', "who asks (default: git's user.email)")
    .option('--approver <name>', 'who agreed; somebody else than who asks')
    .option('--base <ref|file>', 'what the change is compared with, as for check')
    .option('--now <date>', 'judge as of this day (default: today)')
    .addHelpText(
      'after',
      examples('treaty waive 7c1e --reason "the old app is withdrawn" --until 2027-03-31'),
    )
    .action(async (finding: string, paths: string[], options: WaiveOptions) => {
      const { waive } = await import('./commands/waive');
      outcome.code = await waive(finding, paths, options, io);
    });

  program
    .command('baseline')
    .summary('accept the lint findings of today, in treaty-baseline.yaml')
    .description(
      'Writes down the lint findings that there are, so that only new ones count. Run again, it drops what was mended.',
    )
    .argument('[path...]', 'documents; without one, every API of the catalog')
    .option('--owner <team>', 'who answers for it, for example group:default/team-orders')
    .option('--review <date>', 'from this day on the findings count again')
    .option('--ruleset <name|file>', 'the lint ruleset (default: "treaty")')
    .option('--now <date>', 'judge as of this day (default: today)')
    .addHelpText('after', examples('treaty baseline --owner group:default/team-orders --review 2027-06-01'))
    .action(async (paths: string[], options: BaselineOptions) => {
      const { baseline } = await import('./commands/baseline');
      outcome.code = await baseline(paths, options, io);
    });

  program
    .command('init')
    .summary('write treaty.yaml for this repository')
    .description(
      'Looks for APIs in the catalog and for descriptions that nothing names, and writes settings with what it found.',
    )
    .option('--force', 'replace a treaty.yaml that is there', false)
    .action(async (options: { force: boolean }) => {
      const { init } = await import('./commands/init');
      outcome.code = await init(options, io);
    });

  program
    .command('doctor')
    .summary('what a check sees here, and why')
    .description(
      'Tells which APIs, consumers, base, ruleset, waivers and settings a check would use. Exit code 2 when none could run.',
    )
    .option('--now <date>', 'judge as of this day (default: today)')
    .action(async (options: { now?: string }) => {
      const { doctor } = await import('./commands/doctor');
      outcome.code = await doctor(options, io);
    });
}
