import {
  ApiCheck,
  compareVerdicts,
  ConsumerImpact,
  count,
  GateStatus,
  Level,
  Verdict,
} from '@treaty/contract-findings';
import { EXIT, ExitCode } from '../errors';

export type FailOn = 'breaking' | 'dangerous' | 'none';

/** Whether an API passes, and why not. Unusable input is never a pass, whatever `--fail-on` says. */
export function gate(
  api: Pick<ApiCheck, 'diff' | 'lint' | 'problems'> & { undecided?: readonly string[] },
  failOn: FailOn,
): { status: GateStatus; reasons: string[] } {
  const errors = api.problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) return { status: 'unusable', reasons: [errors[0].message] };
  if (failOn === 'none') return { status: 'passed', reasons: [] };
  const open = (level: Level) =>
    (api.diff?.findings ?? []).filter(one => one.level === level && one.accepted === undefined).length;
  const [breaking, dangerous] = [open('breaking'), open('dangerous')];
  const lint = api.lint?.summary.error ?? 0;
  const reasons = [
    ...(breaking > 0 ? [count(breaking, 'breaking change')] : []),
    ...(failOn === 'dangerous' && dangerous > 0 ? [count(dangerous, 'dangerous change')] : []),
    ...(lint > 0 ? [count(lint, 'new lint error')] : []),
  ];
  if (reasons.length > 0) return { status: 'blocked', reasons };
  const undecided = api.undecided ?? [];
  return undecided.length > 0
    ? { status: 'cannot-decide', reasons: [...undecided] }
    : { status: 'passed', reasons };
}

/** What a run as a whole says: unusable input before what cannot be decided, that before what is blocked. */
export function worstStatus(statuses: readonly GateStatus[]): GateStatus {
  const order: readonly GateStatus[] = ['unusable', 'cannot-decide', 'blocked'];
  return order.find(status => statuses.includes(status)) ?? 'passed';
}

export function exitCodeOf(status: GateStatus): ExitCode {
  switch (status) {
    case 'passed':
      return EXIT.pass;
    case 'blocked':
      return EXIT.gateFails;
    case 'cannot-decide':
      return EXIT.cannotDecide;
    case 'unusable':
      return EXIT.unusable;
    default:
      return EXIT.bug;
  }
}

/** Consumers by their worst verdict over all findings, worst first. */
export function worstByConsumer(impacts: Record<string, ConsumerImpact[]>): ApiCheck['consumers'] {
  const worst = new Map<string, { consumer: string; owner?: string; verdict: Verdict }>();
  for (const { consumer, owner, verdict } of Object.values(impacts).flat()) {
    const known = worst.get(consumer);
    if (!known || compareVerdicts(verdict, known.verdict) < 0)
      worst.set(consumer, { consumer, ...(owner === undefined ? {} : { owner }), verdict });
  }
  return [...worst.values()].sort(
    (a, b) => compareVerdicts(a.verdict, b.verdict) || (a.consumer < b.consumer ? -1 : 1),
  );
}
