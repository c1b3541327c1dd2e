import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { AnyReport, CheckReport, FormatOptions, FORMATS, PLAIN } from '@treaty/contract-findings';
import { Io } from '../io';
import { VERSION } from '../version';
import { keepComment, PullRequest } from './comment';
import { GithubError } from './githubApi';

/** GitHub takes a megabyte for the summary of one step. */
const MAX_SUMMARY = 1_000_000;

/** Whether this runs as a step of GitHub Actions. */
export function inActions(io: Io): boolean {
  return io.env.GITHUB_ACTIONS === 'true';
}

/**
 * Prints with the runner's commands switched off: a contract is written by others, and a line of it that begins with `::`
 * would be obeyed.
 */
export function withoutCommands(io: Io, print: () => void): void {
  const token = randomUUID();
  io.out(`::stop-commands::${token}\n`);
  print();
  io.out(`::${token}::\n`);
}

/**
 * What a pull request shows of a check: annotations at its lines, the summary of the job, and, where it was asked for, one
 * comment. None of it can change the verdict.
 */
export async function tellGithub(
  report: CheckReport,
  options: { comment: boolean; now: Date },
  io: Io,
): Promise<void> {
  const any: AnyReport = { kind: 'check', report };
  const settings: FormatOptions = { width: 110, paint: PLAIN, now: options.now, version: VERSION };
  const render = (id: string) => FORMATS.find(format => format.id === id)?.render(any, settings) ?? '';
  io.err(render('github'));
  const markdown = render('markdown');
  const { GITHUB_STEP_SUMMARY: summary } = io.env;
  if (summary) writeSummary(summary, markdown, io);
  if (options.comment) await comment(report, markdown, io);
}

function writeSummary(file: string, markdown: string, io: Io): void {
  const end = markdown.length <= MAX_SUMMARY ? markdown.length : markdown.lastIndexOf('\n', MAX_SUMMARY);
  try {
    appendFileSync(file, `${markdown.slice(0, end)}\n`);
  } catch (error) {
    warn(
      io,
      `the job summary could not be written: ${(error as Error).message}`,
      'the report above has it all',
    );
  }
}

async function comment(report: CheckReport, markdown: string, io: Io): Promise<void> {
  const pull = pullRequest(io);
  if (typeof pull === 'string')
    return warn(io, `no comment was written: ${pull}`, 'see docs/ci/github-actions.md');
  const needed =
    report.status !== 'passed' ||
    report.apis.some(api => (api.diff?.findings.length ?? 0) > 0 || api.change !== 'changed');
  try {
    const written = await keepComment(pull, markdown, {
      needed,
      wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    });
    io.err(`pull request comment: ${written}\n`);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    warn(io, `the pull request comment could not be written: ${error.message}`, error.next);
  }
  return undefined;
}

function warn(io: Io, message: string, next: string): void {
  io.err(`treaty: ${message}\nnext: ${next}\n`);
}

/** The pull request of this job; a sentence when there is none or something is missing. */
function pullRequest(io: Io): PullRequest | string {
  const { GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_API_URL } = io.env;
  if (!GITHUB_TOKEN) return 'GITHUB_TOKEN is not set';
  if (!GITHUB_REPOSITORY || !/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY))
    return 'GITHUB_REPOSITORY is not set';
  const number = GITHUB_EVENT_PATH ? eventNumber(GITHUB_EVENT_PATH) : undefined;
  if (number === undefined) return 'this job is not about a pull request';
  return {
    url: GITHUB_API_URL || 'https://api.github.com',
    token: GITHUB_TOKEN,
    repository: GITHUB_REPOSITORY,
    number,
  };
}

function eventNumber(file: string): number | undefined {
  try {
    const event = JSON.parse(readFileSync(file, 'utf8')) as { pull_request?: { number?: unknown } };
    const number = event.pull_request?.number;
    return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
  } catch (error) {
    // A file that is missing or no JSON is the event of no pull request; anything else is not expected here.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
