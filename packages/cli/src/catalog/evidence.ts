import { ContractDocument, Problem } from '@treaty/contract-findings';
import { ConsumerEvidence, manifestToRecords } from '@treaty/contract-usage';
import { Catalog } from './catalog';
import { ownerOf } from './entity';

/** The contract that consumers use today, and the proposed one. */
interface Contracts {
  published: ContractDocument;
  publishedDigest: string;
  proposed?: ContractDocument;
}

/**
 * Everybody whom the catalog or a usage manifest names as a consumer of an API, with what is known about their use. A
 * consumer that only `consumesApis` names has no records, and will be judged `no-evidence`.
 */
export function consumersOfApi(
  api: string,
  catalog: Catalog,
  contracts: Contracts,
): { consumers: ConsumerEvidence[]; problems: Problem[] } {
  const consumers = new Map<string, ConsumerEvidence>();
  const problems: Problem[] = [];
  for (const { ref, owner, file } of catalog.consumers.get(api) ?? []) {
    consumers.set(ref, { consumer: ref, owner, declaredIn: file, records: [], coverage: [] });
  }
  for (const manifest of catalog.manifests.filter(one => one.uses.some(use => use.api === api))) {
    const facts = manifestToRecords(manifest, {
      api,
      document: contracts.published,
      contractDigest: contracts.publishedDigest,
      proposed: contracts.proposed,
      sourceRef: manifest.uri,
    });
    problems.push(...facts.problems);
    const entity = catalog.entities.get(manifest.consumer);
    const known = consumers.get(manifest.consumer) ?? {
      consumer: manifest.consumer,
      owner: entity && ownerOf(entity),
      records: [],
      coverage: [],
    };
    known.records.push(...facts.records);
    known.coverage.push(...facts.coverage);
    consumers.set(manifest.consumer, known);
  }
  return { consumers: [...consumers.values()].sort((a, b) => (a.consumer < b.consumer ? -1 : 1)), problems };
}
