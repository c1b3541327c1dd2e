import type { Consumer, EvidenceItem, UsedOperation } from '@treaty/plugin-api-governance-common';
import { Facet, FacetKind, isStale, UsageCoverage, UsageRecord } from '@treaty/contract-usage';
import type { StoredConsumer } from '../database/consumerStore';

/** How parameters and bodies are called in `sends`; kinds that are not here are not sent. */
const SENT: Partial<Record<FacetKind, string>> = {
  query: 'query',
  header: 'header',
  cookie: 'cookie',
  requestBody: 'body',
};

/** A consumer as the contract answers it: one row per operation, whatever the number of sources behind it. */
export function toConsumer(
  consumer: StoredConsumer,
  deprecated: ReadonlyMap<string, { sunset?: Date }>,
  now: Date,
): Consumer {
  const byOperation = new Map<string, UsageRecord[]>();
  for (const record of consumer.records) {
    const operation = `${record.operation.method} ${record.operation.template}`;
    byOperation.set(operation, [...(byOperation.get(operation) ?? []), record]);
  }
  const seen = [...consumer.records, ...consumer.coverage]
    .map(one => one.lastSeen)
    .filter(Boolean)
    .sort();
  return {
    ref: consumer.ref,
    title: consumer.title,
    type: consumer.type,
    owner: consumer.owner,
    declared: consumer.declared,
    complete: consumer.coverage.some(one => one.operations === 'closed' && !isStale(one, now)),
    lastSeen: seen[seen.length - 1],
    environments: distinct([...consumer.records, ...consumer.coverage].map(one => one.environment)),
    operations: [...byOperation].map(([operation, records]) =>
      toUsed(operation, records, deprecated.get(operation)),
    ),
    evidence: toEvidence(consumer, now),
  };
}

function toUsed(
  operation: string,
  records: UsageRecord[],
  mark: { sunset?: Date } | undefined,
): UsedOperation {
  const facets = records.flatMap(record => record.facets);
  return {
    operation,
    match: records[0].operation.match,
    reads: distinct(facets.filter(facet => facet.kind === 'responseRead').flatMap(readsOf)),
    sends: distinct(facets.flatMap(sendsOf)),
    environments: distinct(records.map(record => record.environment)),
    deprecated: mark !== undefined,
    sunset: mark?.sunset?.toISOString(),
  };
}

/** `200 /customer/email`; the media type is left out, people tell responses apart by status. */
function readsOf(facet: Facet): string[] {
  const status = facet.where?.split(' ')[0];
  return facet.paths.map(path => (status === undefined ? path : `${status} ${path}`));
}

function sendsOf(facet: Facet): string[] {
  const name = SENT[facet.kind];
  if (name === undefined) return [];
  return facet.paths.map(path => `${name} ${name === 'body' ? path : path.replace(/^\//, '')}`);
}

/** One line of evidence per source; a consumer nobody has facts about has the catalog's word only. */
function toEvidence(consumer: StoredConsumer, now: Date): EvidenceItem[] {
  const sources = new Map<string, Array<UsageRecord | UsageCoverage>>();
  for (const one of [...consumer.coverage, ...consumer.records]) {
    const key = `${one.source}\u0000${one.sourceRef}`;
    sources.set(key, [...(sources.get(key) ?? []), one]);
  }
  if (sources.size === 0) {
    return consumer.declared
      ? [
          {
            source: 'catalog',
            sourceRef: consumer.ref,
            statement: 'consumesApis names the API; which operations it calls is not recorded',
            stale: false,
          },
        ]
      : [];
  }
  return [...sources.values()].map(facts => {
    const lastSeen = facts
      .map(one => one.lastSeen)
      .filter(Boolean)
      .sort()
      .pop();
    return {
      source: facts[0].source,
      sourceRef: facts[0].sourceRef,
      statement: statementOf(facts),
      lastSeen,
      stale: isStale({ source: facts[0].source, lastSeen: lastSeen ?? '' }, now),
    };
  });
}

function statementOf(facts: Array<UsageRecord | UsageCoverage>): string {
  const records = facts.filter(one => 'facets' in one);
  const operations = new Set(records.map(one => `${one.operation.method} ${one.operation.template}`)).size;
  const calls = records.reduce((sum, one) => sum + (one.calls ?? 0), 0);
  const count = `${operations} ${operations === 1 ? 'operation' : 'operations'}`;
  const verb = facts[0].source === 'declared' ? 'declares' : 'uses';
  const closed = facts.some(one => !('facets' in one) && one.operations === 'closed');
  const rest = closed ? 'and nothing else' : 'and does not say that it is all';
  return `${verb} ${count} ${rest}${calls > 0 ? ` (${calls.toLocaleString('en-US')} calls)` : ''}`;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
