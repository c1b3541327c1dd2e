import { compareVerdicts, Verdict } from '@treaty/contract-findings';

/** What grouping by team needs to know of a consumer. */
export interface JudgedConsumer {
  ref: string;
  owner?: string;
  verdict: Verdict;
}

/** The consumers of one team; `team` is absent for consumers that nobody owns. */
export interface TeamImpact<C extends JudgedConsumer> {
  team?: string;
  worst: Verdict;
  consumers: C[];
}

/** Gathers consumers under their teams: the worst hit team first, inside a team the worst hit consumer first. */
export function groupByTeam<C extends JudgedConsumer>(consumers: readonly C[]): TeamImpact<C>[] {
  const byVerdict = (a: C, b: C) => compareVerdicts(a.verdict, b.verdict) || a.ref.localeCompare(b.ref, 'en');
  const teams = new Map<string | undefined, C[]>();
  for (const consumer of [...consumers].sort(byVerdict)) {
    const members = teams.get(consumer.owner);
    if (members) members.push(consumer);
    else teams.set(consumer.owner, [consumer]);
  }
  return [...teams]
    .map(([team, members]) => ({
      ...(team === undefined ? {} : { team }),
      worst: members[0].verdict,
      consumers: members,
    }))
    .sort((a, b) => compareVerdicts(a.worst, b.worst) || (a.team ?? '~').localeCompare(b.team ?? '~', 'en'));
}
