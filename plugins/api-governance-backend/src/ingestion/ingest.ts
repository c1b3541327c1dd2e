import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@treaty/contract-findings';
import type { UsageManifestSource } from '@treaty/plugin-api-governance-node';
import { AnalysedContract, Analyser, ANALYSIS_VERSION, ManifestOfConsumer } from '../analysis/types';
import type { ApiProgress } from '../database/apiStore';
import type { RunResult } from '../database/runStore';
import type { Stores } from '../database/stores';
import type { CatalogReader } from './catalog';
import { Consumers, gatherConsumers } from './consumers';
import type { CatalogApi } from './entities';
import { judgeRemoval } from './impacts';
import { updateRegister } from './register';

export interface IngestionOptions {
  catalog: CatalogReader;
  stores: Stores;
  analyser: Analyser;
  logger: LoggerService;
  manifestSources: readonly UsageManifestSource[];
  now(): Date;
}

/** Runs that are remembered: a week at one a minute. */
const KEPT_RUNS = 10_080;

/**
 * One walk over the catalog. Every definition that is new becomes a release, every statement of use is matched against
 * it, and every removal it announces is judged. Each API is written in one transaction and remembers what it was made
 * from, so a run that was killed anywhere is simply continued by the next, and a run with nothing new writes nothing.
 */
export async function ingest(options: IngestionOptions, signal: AbortSignal): Promise<RunResult> {
  const { stores, now, logger } = options;
  const run = await stores.runs.start(now());
  try {
    const result = await walk(options, signal);
    await stores.runs.finish(run, now(), result);
    await stores.runs.prune(KEPT_RUNS);
    if (result.newReleases > 0)
      logger.info(`ingested ${result.newReleases} new releases of ${result.seen} APIs`);
    return result;
  } catch (error) {
    await stores.runs.fail(run, now(), error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    await options.analyser.rest();
  }
}

async function walk(options: IngestionOptions, signal: AbortSignal): Promise<RunResult> {
  const { catalog, stores, now, logger } = options;
  const progress = await stores.apis.progress();
  const apis: CatalogApi[] = [];
  for await (const api of catalog.apis()) apis.push(api);
  const refs = apis.map(api => api.record.ref);
  const consumers = await gatherConsumers(catalog, options.manifestSources, new Set(refs));
  await stores.consumers.saveConsumers(consumers.records);
  let newReleases = 0;
  for (const api of apis) {
    signal.throwIfAborted();
    try {
      if (await ingestApi(options, api, consumers, progress.get(api.record.ref) ?? {})) newReleases += 1;
    } catch (error) {
      // One API must not keep the others from being read; the failure is shown on its page and tried again next time.
      const cause = error instanceof Error ? error : new Error(String(error));
      logger.error(`could not ingest ${api.record.ref}`, cause);
      await stores.problems.replace(`failure:${api.record.ref}`, [toFailure(api, cause)], now());
    }
  }
  await stores.apis.hideAllBut(refs, now());
  for (const [area, problems] of consumers.problems) await stores.problems.replace(area, problems, now());
  const areas = refs.flatMap(ref => ['entity', 'document', 'usage', 'failure'].map(area => `${area}:${ref}`));
  await stores.problems.forgetAllBut([...areas, ...consumers.problems.keys()]);
  return { seen: apis.length, newReleases, problems: await stores.problems.count() };
}

/** Reads what changed of one API. Returns whether there is a new release. */
async function ingestApi(
  { catalog, stores, analyser, now }: IngestionOptions,
  api: CatalogApi,
  consumers: Consumers,
  before: ApiProgress,
): Promise<boolean> {
  const { ref, owner } = api.record;
  const at = now();
  const day = at.toISOString().slice(0, 10);
  // With the day, so that a catalog whose etags lie is read again tomorrow, and evidence gets old when it does.
  const etag = api.etag === undefined ? undefined : `${api.etag}@${day}`;
  const consumption = consumers.ofApi(ref);
  const usageKey = hashOf([ANALYSIS_VERSION, consumption]);
  const current =
    etag !== undefined &&
    etag === before.entityEtag &&
    before.analysis !== undefined &&
    before.analysis >= ANALYSIS_VERSION;
  if (current && usageKey === before.usageKey) return false;

  const text = await catalog.definition(ref);
  const manifests: ManifestOfConsumer[] = consumption.flatMap(one => one.manifests);
  const analysed =
    text === undefined
      ? { problems: [], contract: undefined, usage: [] }
      : await analyser.analyse({
          api: ref,
          type: api.record.type,
          text,
          file: api.definitionFile,
          manifests,
        });
  const { contract } = analysed;

  return stores.transaction(async tx => {
    await tx.apis.save(api.record);
    const created = contract && text !== undefined ? await publish(tx, ref, text, contract, at) : false;
    const own = (problem: Problem) => ({ entity: ref, owner, problem });
    await tx.problems.replace(`entity:${ref}`, api.problems.map(own), at);
    await tx.problems.replace(`document:${ref}`, analysed.problems.map(own), at);
    await tx.problems.replace(`failure:${ref}`, [], at);
    // A contract that cannot be read says nothing new about its consumers; what was matched before stays.
    const known = contract
      ? analysed.usage
      : (await tx.consumers.evidence(ref)).map(one => ({ ...one, problems: [] }));
    await tx.consumers.replace(
      ref,
      consumption.map(one => {
        const facts = known.filter(usage => usage.consumer === one.consumer);
        return {
          consumer: one.consumer,
          declared: one.declared,
          records: facts.flatMap(usage => usage.records),
          coverage: facts.flatMap(usage => usage.coverage),
        };
      }),
    );
    if (contract) await tx.problems.replace(`usage:${ref}`, consumers.problemsOf(analysed.usage), at);
    await register(tx, api, contract, at);
    await tx.apis.setProgress(ref, { entityEtag: etag, usageKey });
    return created;
  });
}

async function publish(
  stores: Stores,
  apiRef: string,
  text: string,
  contract: AnalysedContract,
  at: Date,
): Promise<boolean> {
  const { created } = await stores.releases.publish({
    apiRef,
    digest: contract.digest,
    content: Buffer.from(text.replace(/^\uFEFF/, ''), 'utf8'),
    mediaType: contract.mediaType,
    version: contract.version,
    title: contract.title,
    specification: contract.specification,
    source: 'catalog',
    valid: contract.valid,
    operations: contract.operations,
    deprecationCount: contract.deprecations.length,
    analysis: ANALYSIS_VERSION,
    publishedAt: at,
  });
  return created;
}

/** Brings the register of deprecations up to date and judges every removal it announces. */
async function register(
  stores: Stores,
  api: CatalogApi,
  contract: AnalysedContract | undefined,
  at: Date,
): Promise<void> {
  const existing = await stores.deprecations.ofApi(api.record.ref);
  const change = updateRegister(contract ? existing : existing.filter(row => row.kind === 'api'), {
    api: api.record,
    entries: contract?.deprecations ?? [],
    operations: new Set(contract?.operations.map(one => one.operation)),
    version: contract?.version,
    now: at,
  });
  await stores.deprecations.withdraw(change.withdraw);
  await stores.deprecations.save(change.save);
  const evidence = await stores.consumers.evidence(api.record.ref);
  for (const deprecation of change.save) {
    await stores.deprecations.replaceImpacts(deprecation.id, judgeRemoval(deprecation, evidence, at));
  }
}

function toFailure(api: CatalogApi, cause: Error) {
  const problem: Problem = {
    code: 'ingestion-failed',
    message: `the ingestion failed on this API: ${cause.message}`,
    file: api.definitionFile,
    next: 'It is tried again with the next run; if it stays, the server log has the details.',
    severity: 'error',
  };
  return { entity: api.record.ref, owner: api.record.owner, problem };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
