/** The consumers of one team. */
export interface TeamConsumers<C> {
  team?: string;
  consumers: C[];
}

/** Gathers consumers under their owners, by name; those that nobody owns come last. */
export function groupConsumersByTeam<C extends { ref: string; owner?: string }>(
  consumers: readonly C[],
): TeamConsumers<C>[] {
  const teams = new Map<string | undefined, C[]>();
  for (const consumer of [...consumers].sort((a, b) => a.ref.localeCompare(b.ref, 'en'))) {
    const members = teams.get(consumer.owner);
    if (members) members.push(consumer);
    else teams.set(consumer.owner, [consumer]);
  }
  return [...teams]
    .map(([team, members]) => ({ ...(team === undefined ? {} : { team }), consumers: members }))
    .sort(
      (a, b) =>
        Number(a.team === undefined) - Number(b.team === undefined) ||
        (a.team ?? '').localeCompare(b.team ?? '', 'en'),
    );
}
