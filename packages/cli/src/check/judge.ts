import { ApiCheck, ConsumerImpact, DiffReport, LintReport, Problem } from '@treaty/contract-findings';
import { LoadedDocument, loadDocument, LoadResult } from '@treaty/contract-source';
import { ConsumerEvidence, judge } from '@treaty/contract-usage';
import { Catalog } from '../catalog/catalog';
import { consumersOfApi } from '../catalog/evidence';
import { entityProblem } from '../catalog/entity';
import { Accepted } from '../waivers/accepted';
import { SettingsFile } from '../config/settings';
import { Base } from './base';
import { comparison } from './comparison';
import { FailOn, gate, worstByConsumer } from './gate';
import { Cache } from '../host/cache';
import { Linter } from '../lint/linter';
import { onlyNew } from './linting';
import { newlyInvalid } from './newlyInvalid';
import { shiftDiff, shifterFor, shiftProblems, withLines } from './positions';
import { removedApi } from './removed';
import { DocumentSource, Target } from './targets';

/** What every API of a run is judged by. */
export interface JudgeContext {
  catalog: Catalog;
  linter: Linter;
  /** What earlier runs found out about the same texts. */
  cache?: Cache;
  now: Date;
  failOn: FailOn;
  policy: 'strict' | 'standard' | 'lenient';
  scope: 'wire' | 'sdk';
  accepted: Accepted;
  base: Base;
  removal: SettingsFile['removal'];
  /** Text of a catalog file, for line numbers. */
  readCatalogFile(file: string): string;
}

/** Judges one API: can it be read, is it valid, what changed, whom that hits, what lint finds that was not there before. */
export async function judgeApi(target: Target, context: JudgeContext): Promise<ApiCheck> {
  const base = target.base && (await load(target.base));
  if (target.change === 'removed') return judgeRemoved(target, base, context);
  if (!target.now) return finish(target, context, { problems: [noDefinition(target, context)] });
  const loaded = await load(target.now);
  const shift = shifterFor(target.now);
  const problems = shiftProblems(loaded.problems, shift);
  const document = loaded.document;
  if (!document) return finish(target, context, { problems });
  if (document.specification.kind !== 'openapi') {
    const { kind } = document.specification;
    return finish(target, context, {
      problems,
      notes: [`${kind} documents are catalogued and not compared yet: this change was not judged`],
    });
  }
  const invalid = shiftProblems(await newlyInvalid(document, base?.document, context.cache), shift);
  if (invalid.some(problem => problem.severity === 'error'))
    return finish(target, context, { problems: [...problems, ...invalid] });
  const compared = await compare(target, base, document, context);
  const linted = await lintBoth(document, base?.document, context.linter, context.now);
  return finish(target, context, {
    diff: compared.diff,
    lint: context.accepted.lint(target.api, {
      ...linted.lint,
      findings: linted.lint.findings.map(finding => ({ ...finding, source: shift(finding.source) })),
    }),
    lintKnown: linted.known,
    impacts: compared.impacts,
    notes: compared.notes,
    undecided: compared.undecided,
    problems: [...problems, ...invalid, ...compared.problems, ...shiftProblems(linted.lint.problems, shift)],
  });
}

/** Parts of an {@link ApiCheck} that a step has found out. */
type Found = Partial<Pick<ApiCheck, 'diff' | 'lint' | 'lintKnown' | 'impacts' | 'notes'>> & {
  problems: Problem[];
  /** Why it cannot be decided. */
  undecided?: string[];
};

function finish(target: Target, context: JudgeContext, found: Found): ApiCheck {
  const impacts = found.impacts ?? {};
  return {
    api: target.api,
    ...(target.entity?.title === undefined ? {} : { title: target.entity.title }),
    ...(target.owner === undefined ? {} : { owner: target.owner }),
    ...gate(found, context.failOn),
    change: target.change,
    ...(found.diff ? { diff: found.diff } : {}),
    ...(found.lint ? { lint: found.lint } : {}),
    lintKnown: found.lintKnown ?? 0,
    impacts,
    consumers: worstByConsumer(impacts),
    notes: found.notes ?? [],
    problems: found.problems,
  };
}

function load(source: DocumentSource): Promise<LoadResult> {
  return loadDocument(source.uri, source.host);
}

async function judgeRemoved(
  target: Target,
  base: LoadResult | undefined,
  context: JudgeContext,
): Promise<ApiCheck> {
  if (!base?.document) {
    const notes = ['the API was removed; its document in the base cannot be read, so nothing was compared'];
    return finish(target, context, { problems: [], notes });
  }
  const diff = context.accepted.changes(
    target.api,
    removedApi(target.api, base.document, target.baseEntity, context.now),
  );
  const { consumers, problems } = consumersOf(target.api, base.document, undefined, context);
  return finish(target, context, { diff, impacts: impactsOf(diff, consumers, context.now), problems });
}

async function compare(
  target: Target,
  base: LoadResult | undefined,
  document: LoadedDocument,
  context: JudgeContext,
): Promise<Pick<ApiCheck, 'diff' | 'impacts' | 'problems'> & { notes: string[]; undecided?: string[] }> {
  if (!base) return { impacts: {}, notes: [], problems: [] };
  if (!base.document) {
    // A pull request that mends a broken document must be able to pass; that nothing was compared is said aloud.
    const [first] = base.problems;
    const notes = [
      `the base document cannot be read (${first?.message ?? 'no reason given'}), so nothing was compared`,
    ];
    return { impacts: {}, notes, problems: [] };
  }
  const published = base.document;
  const compared = (now?: Date) =>
    comparison(published, document, { now, policy: context.policy, scope: context.scope }, context.cache);
  const report = await compared(context.now);
  const { consumers, problems } = consumersOf(target.api, published, document, context);
  const { removalGate } = await import('./deprecations');
  const { deprecationHistory } = await import('./history');
  const gated = await removalGate(report, {
    published,
    proposed: document,
    settings: context.removal,
    lifecycle: target.entity?.spec.lifecycle,
    strictly: () => compared(),
    history: isIt => deprecationHistory(context.base, published.uri, isIt),
    consumers: finding => judge(finding, consumers, { now: context.now }),
    now: context.now,
  });
  const placed = context.accepted.changes(
    target.api,
    shiftDiff(withLines(gated.diff, published, document), shifterFor(target.now), shifterFor(target.base)),
  );
  return {
    diff: placed,
    notes: gated.notes,
    undecided: gated.undecided,
    impacts: impactsOf(placed, consumers, context.now),
    problems,
  };
}

function consumersOf(
  api: string,
  published: LoadedDocument,
  proposed: LoadedDocument | undefined,
  context: JudgeContext,
) {
  return consumersOfApi(api, context.catalog, { published, publishedDigest: published.digest, proposed });
}

function impactsOf(
  diff: DiffReport,
  consumers: readonly ConsumerEvidence[],
  now: Date,
): Record<string, ConsumerImpact[]> {
  const serious = diff.findings.filter(finding => finding.level !== 'safe');
  return Object.fromEntries(
    serious.map(finding => [finding.fingerprint, judge(finding, consumers, { now })]),
  );
}

async function lintBoth(
  document: LoadedDocument,
  base: LoadedDocument | undefined,
  linter: Linter,
  now: Date,
): Promise<{ lint: LintReport; known: number }> {
  const report = await linter.lint(document, now);
  return onlyNew(report, base && (await linter.lint(base, now)));
}

function noDefinition(target: Target, context: JudgeContext): Problem {
  const entity = target.entity!;
  const remote = target.unusable?.kind === 'remote' ? target.unusable.url : undefined;
  return entityProblem(entity, context.readCatalogFile(entity.file), '/spec/definition', {
    code: remote === undefined ? 'definition-missing' : 'remote-ref-refused',
    message:
      remote === undefined
        ? `${entity.ref} has no definition`
        : `the definition of ${entity.ref} is at ${remote}; a check uses no network`,
    next: 'keep the document in the repository: definition: { $text: ./openapi.yaml }',
    severity: 'error',
  });
}
