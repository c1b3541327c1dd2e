import { CheckReport, DiffFinding, formatSubject, LintFinding } from '@treaty/contract-findings';
import { workspaceRoot } from '../check/workspace';
import { readSettings } from '../config/settings';
import { CommandError, EXIT, ExitCode } from '../errors';
import { Git } from '../host/git';
import { Io } from '../io';
import { readNow, WaiveOptions } from '../options';
import { readDay } from '../config/day';
import { runCheck } from './check';

interface Found {
  api: string;
  finding: DiffFinding | LintFinding;
}

/** `treaty waive FINDING`: writes a request into `treaty-waivers.yaml`, for somebody else to approve in review. */
export async function waive(
  wanted: string,
  paths: string[],
  options: WaiveOptions,
  io: Io,
): Promise<ExitCode> {
  if (!/^[0-9a-f]{4,16}$/i.test(wanted))
    throw new CommandError(
      `'${wanted}' is no finding`,
      "name one as 'treaty check' shows it: at least its first 4 characters, 0 to 9 and a to f",
    );
  const now = readNow(options.now, io);
  const until = readDay('--until', options.until);
  if (Date.parse(`${until}T00:00:00Z`) < now.getTime() - 86_400_000)
    throw new CommandError(`--until ${until} is over`, 'choose a day to come');
  const git = Git.open(io.cwd);
  const root = workspaceRoot(git, io);
  const settings = readSettings(root);
  const { maximumDays } = settings.waivers;
  const longest = new Date(now.getTime() + maximumDays * 86_400_000).toISOString().slice(0, 10);
  if (until > longest)
    throw new CommandError(
      `--until ${until} is more than the ${maximumDays} days that are allowed`,
      `choose a day up to ${longest}`,
    );
  const requester = options.requester ?? git?.config('user.email');
  if (!requester)
    throw new CommandError(
      'nobody is named who asks',
      'add --requester NAME, or tell git: git config user.email YOU',
    );
  const { report } = await runCheck(paths, options, io);
  const { api, finding } = choose(wanted.toLowerCase(), report);
  const { addWaiver } = await import('../waivers/editing');
  const { file } = settings.waivers;
  const entry = {
    finding: finding.fingerprint,
    api,
    reason: options.reason,
    requester,
    ...(options.approver === undefined ? {} : { approver: options.approver }),
    until,
  };
  addWaiver({ root, file }, entry, about(finding));
  const next = options.approver
    ? `commit ${file} with your change`
    : `commit ${file} with your change; it holds once a reviewer adds 'approver:' (not ${requester})`;
  io.out(
    `${file}: ${finding.id} ${finding.fingerprint.slice(0, 6)} of ${api}, until ${until}\nnext: ${next}\n`,
  );
  return EXIT.pass;
}

function about(finding: DiffFinding | LintFinding): string {
  const subject = 'occurrences' in finding ? finding.occurrences[0] : finding.subject;
  return `${finding.id}: ${finding.message} (${formatSubject(subject)})`.replace(/\s+/g, ' ');
}

function choose(wanted: string, report: CheckReport): Found {
  const all: Found[] = report.apis.flatMap(({ api, diff, lint }) =>
    [...(diff?.findings ?? []).filter(one => one.level !== 'safe'), ...(lint?.findings ?? [])].map(
      finding => ({ api, finding }),
    ),
  );
  const found = all.filter(({ finding }) => finding.fingerprint.startsWith(wanted));
  const [first, ...rest] = found;
  const list = (some: readonly Found[]) =>
    some
      .slice(0, 8)
      .map(({ api, finding }) => `${finding.fingerprint.slice(0, 8)} ${finding.id} of ${api}`)
      .join('; ');
  if (!first)
    throw new CommandError(
      `no finding of this change begins with '${wanted}'`,
      all.length === 0
        ? `nothing is to be accepted (base: ${report.base}); name another base with --base`
        : `there are: ${list(all)}`,
    );
  const others = rest.filter(
    ({ api, finding }) => finding.fingerprint !== first.finding.fingerprint || api !== first.api,
  );
  if (others.length > 0)
    throw new CommandError(`several findings begin with '${wanted}'`, `write more of it: ${list(found)}`);
  return first;
}
