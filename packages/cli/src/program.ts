import { Command, Option } from 'commander';
import { FORMATS } from '@treaty/contract-findings';
import { examples } from './examples';
import { Outcome } from './outcome';
import { Io } from './io';
import { addRepositoryCommands } from './repositoryCommands';
import {
  CheckOptions,
  DiffOptions,
  FAIL_ON,
  LINT_FAIL_ON,
  LintOptions,
  POLICIES,
  ReportOptions,
  SCOPES,
} from './options';
import { VERSION } from './version';

/** An option that `treaty.yaml` may settle. */
const SETTLED = true;

const EXIT_CODES = `
Exit codes: 0 pass · 1 the gate fails · 2 unusable input, configuration or usage · 3 cannot decide · 70 a bug of ours
The report goes to standard output, everything else to standard error.`;

/**
 * The commands, their arguments and their help. Loads none of the engines: each command fetches what it needs when it
 * runs, so that `--help` starts in a blink.
 */
export function createProgram(io: Io, outcome: Outcome): Command {
  const program = new Command('treaty')
    .description('Who owns each API, who consumes which part of it, and what a change breaks for whom.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: text => io.out(text),
      writeErr: text => io.err(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .addHelpText('after', EXIT_CODES);

  reporting(
    program
      .command('check')
      .summary('the gate: validate, lint, compare, and name the consumers a change hits')
      .description(
        'Judges every API that the change touches: is its document valid, what does lint find that was not there before, what is ' +
          'breaking, and whom does it hit.\nAPIs are found in catalog/, in catalog-info.yaml files, by apis of treaty.yaml, or named as paths (documents, catalog files, folders).',
      )
      .argument('[path...]', 'documents, catalog files or folders; without one, every API of the catalog')
      .option(
        '--base <ref|file>',
        'what to compare with: the merge base with a git reference, or a file (default: the default branch)',
      )
      .addOption(choice('--fail-on <level>', 'what makes the gate fail', FAIL_ON, 'breaking', SETTLED))
      .option('--ruleset <name|file>', 'the lint ruleset (default: "treaty")')
      .option('--no-cache', 'lint anew, and keep nothing for the next run')
      .addOption(
        choice(
          '--policy <name>',
          'how what cannot be told, and what is merely risky, is judged',
          POLICIES,
          'standard',
          SETTLED,
        ),
      )
      .addOption(
        choice(
          '--scope <name>',
          'wire: messages only; sdk: names in generated clients count, too',
          SCOPES,
          'wire',
          SETTLED,
        ),
      )
      .option(
        '--comment',
        'keep one comment on the pull request up to date (GitHub Actions, with GITHUB_TOKEN)',
      ),
  )
    .addHelpText(
      'after',
      examples(
        'treaty check',
        'treaty check services/orders --base origin/release-2',
        'treaty check new.yaml --base old.yaml',
        'treaty check --format junit=treaty.xml --format html=treaty.html',
      ),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check');
      outcome.code = await check(paths, options, io);
    });

  reporting(
    program
      .command('diff')
      .summary('compare two documents')
      .description(
        'Compares two OpenAPI or Swagger documents. Every breaking change comes with a message that shows it.',
      )
      .argument('<old>', 'the published document: a file, or REF:PATH of git')
      .argument('<new>', 'the proposed document')
      .addOption(choice('--fail-on <level>', 'what gives exit code 1', FAIL_ON, 'breaking', SETTLED))
      .addOption(
        choice(
          '--policy <name>',
          'how what cannot be told, and what is merely risky, is judged',
          POLICIES,
          'standard',
          SETTLED,
        ),
      )
      .addOption(
        choice(
          '--scope <name>',
          'wire: messages only; sdk: names in generated clients count, too',
          SCOPES,
          'wire',
          SETTLED,
        ),
      )
      .option('--allow-net', 'documents may be http: or https: addresses', false),
  )
    .addHelpText(
      'after',
      examples(
        'treaty diff main:api/openapi.yaml api/openapi.yaml',
        'treaty diff old.yaml new.yaml --format json',
      ),
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./commands/diff');
      outcome.code = await diff(before, after, options, io);
    });

  reporting(
    program
      .command('lint')
      .summary('hold documents against a ruleset')
      .description(
        'Holds documents against a ruleset: one of ours, a Spectral ruleset file, or spectral:oas.',
      )
      .argument('<file...>', 'documents')
      .option(
        '--ruleset <name|file>',
        'treaty, contract, deprecation, security, ai-ready, spectral:oas, or a file (default: "treaty")',
      )
      .addOption(
        choice('--fail-on <severity>', 'the mildest severity that gives exit code 1', LINT_FAIL_ON, 'error'),
      )
      .option('--lint-timeout <seconds>', 'stop a ruleset that takes longer for one document', '300')
      .option('--lint-memory <MB>', 'stop a ruleset that needs more memory', '2048')
      .option('--no-cache', 'judge anew, and keep nothing for the next run')
      .option('--allow-net', 'the ruleset, or one it extends, may be at an http: or https: address', false),
  )
    .addHelpText(
      'after',
      examples('treaty lint openapi.yaml', 'treaty lint openapi.yaml --ruleset spectral:oas --fail-on warn'),
    )
    .action(async (files: string[], options: LintOptions) => {
      const { lint } = await import('./commands/lint');
      outcome.code = await lint(files, options, io);
    });

  program
    .command('explain')
    .summary('what a rule means, why, and what to do instead')
    .description('Explains a rule of diff or lint, with its examples. Without a rule, lists them all.')
    .argument('[rule]', 'rule id, for example response-property-removed')
    .option('--no-color', 'no colours; the environment variable NO_COLOR does the same')
    .action(async (rule: string | undefined, options: Pick<ReportOptions, 'color'>) => {
      const { explain } = await import('./commands/explain');
      outcome.code = await explain(rule, options, io);
    });

  addRepositoryCommands(program, io, outcome);
  return program;
}

function reporting(command: Command): Command {
  const formats = FORMATS.map(format => format.id).join(', ');
  return command
    .addOption(
      new Option('--format <id[=file]>', `${formats}; repeat it as junit=report.xml to also write files`)
        .argParser((value: string, all: string[]) => [...all, value])
        .default([], 'text'),
    )
    .option('--now <date>', 'judge as of this day (default: today)')
    .option('--no-color', 'no colours; the environment variable NO_COLOR does the same');
}

/**
 * The words are told in the help and checked by the command, which can say what was meant. Where `treaty.yaml` may speak,
 * the parser must not fill in the standard.
 */
function choice(
  flags: string,
  text: string,
  words: readonly string[],
  standard: string,
  settled = false,
): Option {
  const told = `${text}: ${words.join(', ')}`;
  return settled
    ? new Option(flags, `${told} (default: "${standard}")`)
    : new Option(flags, told).default(standard);
}
