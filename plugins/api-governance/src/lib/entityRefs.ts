import { parseEntityRef } from '@backstage/catalog-model';

/** What can be said about a reference without asking the catalog. */
export interface NamedRef {
  /** The reference as the catalog writes it. */
  ref: string;
  /** Its name, with the namespace where that is not the default one. */
  name: string;
  /** False for traffic that nobody claims: there is no entity to link to. */
  isEntity: boolean;
}

/** Reads `group:default/team-orders` as `team-orders`, `group:b2b/team-orders` as `b2b/team-orders`; never throws. */
export function nameRef(ref: string): NamedRef {
  if (ref.startsWith('unattributed:')) return { ref, name: 'Unattributed traffic', isEntity: false };
  if (!/^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) return { ref, name: ref, isEntity: false };
  const { namespace, name } = parseEntityRef(ref);
  return { ref, name: namespace === 'default' ? name : `${namespace}/${name}`, isEntity: true };
}
