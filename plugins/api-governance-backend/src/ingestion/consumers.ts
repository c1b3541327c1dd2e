import type { Problem } from '@treaty/contract-findings';
import { readManifest, UsageManifest } from '@treaty/contract-usage';
import type { UsageManifestSource } from '@treaty/plugin-api-governance-node';
import type { AnalysedUsage, ManifestOfConsumer } from '../analysis/types';
import type { ConsumerRecord } from '../database/consumerStore';
import type { EntityProblem } from '../database/problemStore';
import type { CatalogReader } from './catalog';
import type { CatalogConsumer } from './entities';

/** One consumer of one API, as the catalog and the manifests say it. */
export interface Consumption {
  consumer: string;
  declared: boolean;
  manifests: ManifestOfConsumer[];
}

/** All consumers of all APIs. */
export interface Consumers {
  records: ConsumerRecord[];
  /** What is wrong with manifests as a whole, by area. */
  problems: Map<string, EntityProblem[]>;
  ofApi(ref: string): Consumption[];
  /** Problems that came up when manifests were matched against a contract. */
  problemsOf(usage: readonly AnalysedUsage[]): EntityProblem[];
}

interface Published {
  consumer: string;
  text: string;
  sourceRef: string;
  hasLines: boolean;
}

/** Asks the catalog and every other source who consumes what. */
export async function gatherConsumers(
  catalog: CatalogReader,
  sources: readonly UsageManifestSource[],
  apis: ReadonlySet<string>,
): Promise<Consumers> {
  const components = new Map<string, CatalogConsumer>();
  for await (const component of catalog.consumers()) components.set(component.record.ref, component);
  const published: Published[] = [...components.values()].flatMap(({ record, manifest }) =>
    manifest ? [{ consumer: record.ref, ...manifest }] : [],
  );
  for (const source of sources) {
    for await (const manifest of source.manifests()) published.push({ ...manifest, hasLines: true });
  }

  const problems = new Map<string, EntityProblem[]>();
  const manifests: Array<ManifestOfConsumer & { hasLines: boolean }> = [];
  for (const one of published) {
    const owner = components.get(one.consumer)?.record.owner;
    const { manifest, problems: found } = read(one, apis);
    const area = `manifest:${one.consumer}`;
    const own = found.map(problem => ({
      entity: one.consumer,
      owner,
      problem: located(problem, one.hasLines),
    }));
    problems.set(area, [...(problems.get(area) ?? []), ...own]);
    if (manifest)
      manifests.push({ consumer: one.consumer, manifest, sourceRef: one.sourceRef, hasLines: one.hasLines });
  }

  const refs = new Set([...components.keys(), ...manifests.map(one => one.consumer)]);
  const hasLines = new Map(manifests.map(one => [one.consumer, one.hasLines]));
  return {
    records: [...refs].map(ref => components.get(ref)?.record ?? { ref, title: ref.replace(/^[^/]*\//, '') }),
    problems,
    ofApi: api =>
      [...refs].sort().flatMap(consumer => {
        const declared = components.get(consumer)?.consumes.includes(api) ?? false;
        const stated = manifests
          .filter(one => one.consumer === consumer && one.manifest.uses.some(use => use.api === api))
          .map(one => ({ consumer, sourceRef: one.sourceRef, manifest: only(one.manifest, api) }));
        return declared || stated.length > 0 ? [{ consumer, declared, manifests: stated }] : [];
      }),
    problemsOf: usage =>
      usage.flatMap(({ consumer, problems: found }) =>
        found.map(problem => ({
          entity: consumer,
          owner: components.get(consumer)?.record.owner,
          problem: located(problem, hasLines.get(consumer) ?? false),
        })),
      ),
  };
}

/** Reads one manifest; one that speaks for somebody else is refused, one that names an unknown API is only told so. */
function read(one: Published, apis: ReadonlySet<string>): { manifest?: UsageManifest; problems: Problem[] } {
  const { manifest, problems } = readManifest(one.text, one.sourceRef);
  if (!manifest) return { problems };
  if (manifest.consumer !== one.consumer) {
    const problem: Problem = {
      code: 'usage-manifest-consumer',
      message: `the manifest speaks for ${manifest.consumer}, but belongs to ${one.consumer}`,
      file: one.sourceRef,
      next: `Write 'consumer: ${one.consumer}'.`,
      severity: 'error',
    };
    return { problems: [...problems, problem] };
  }
  const unknown = manifest.uses
    .filter(use => !apis.has(use.api))
    .map((use): Problem => ({
      code: 'usage-manifest-api',
      message: `${use.api} is not in the catalog`,
      file: one.sourceRef,
      line: use.line,
      next: 'Correct the reference or register the API.',
      severity: 'warning',
    }));
  return { manifest, problems: [...problems, ...unknown] };
}

function only(manifest: UsageManifest, api: string): UsageManifest {
  return { ...manifest, uses: manifest.uses.filter(use => use.api === api) };
}

/** A manifest embedded as a value was written out again by us; its lines are not the file's. */
function located(problem: Problem, hasLines: boolean): Problem {
  return hasLines ? problem : { ...problem, line: undefined, column: undefined };
}
