import { Problem } from '@treaty/contract-findings';
import {
  Document,
  ISpectralDiagnostic,
  Rule,
  Ruleset,
  RulesetDefinition,
  Spectral,
} from '@stoplight/spectral-core';
import { judgeAsOf } from '../ruleset/spectral-function';
import { ExampleMemo, RuleRate, SpectralPart } from '../types';
import { severityName } from './severity';
import { GivenTextsResolver, Pruning } from './resolver';
import { FunctionWatch } from './watch';
import { ParsedDocument } from './texts';
import { VirtualSources } from './virtual';
import { ruleCrashed } from './own';

export interface SpectralOutcome {
  /** As Spectral gives them, `source` turned back into the user's uri. */
  results: ISpectralDiagnostic[];
  rates: RuleRate[];
  problems: Problem[];
  /** Ruleset by rule name. */
  rulesets: ReadonlyMap<string, string>;
}

/** Runs the Spectral part of a ruleset. No disk, no network: `$ref` is answered from the given texts only. */
export async function runSpectral(
  parsed: ParsedDocument,
  part: SpectralPart,
  memo: ExampleMemo,
  now: Date,
  skipRule: (rule: Rule) => boolean = () => false,
): Promise<SpectralOutcome> {
  const sources = new VirtualSources(parsed.files.keys());
  const problems: Problem[] = [];
  const crashed = new Set<string>();
  for (;;) {
    const ruleset = new Ruleset(part.definition as RulesetDefinition, {
      severity: 'recommended',
      source: sources.sourceOf(part.source),
    }).fromSource(sources.sourceOf(parsed.document.uri));
    for (const rule of Object.values(ruleset.rules)) {
      if (crashed.has(rule.name) || skipRule(rule)) rule.enabled = false;
    }
    const pruning = new Pruning(ruleset);
    const watch = new FunctionWatch(memo);
    watch.attach(ruleset);
    const results = await attempt({ parsed, ruleset, sources, now, pruning, watch });
    if (results instanceof Error) {
      const culprit = await findCulprit({ parsed, ruleset, sources, now, pruning, watch });
      if (culprit === undefined) throw results;
      crashed.add(culprit.rule.name);
      problems.push(ruleCrashed(culprit.rule.name, culprit.error, parsed.document.uri));
      continue;
    }
    for (const [name, error] of watch.crashes) problems.push(ruleCrashed(name, error, parsed.document.uri));
    const rulesetOf = (rule: Rule) => part.names.get(rule.owner.definition) ?? part.source;
    const enabled = Object.values(ruleset.rules).filter(
      rule => rule.enabled && !watch.crashes.has(rule.name),
    );
    return {
      results: results
        .filter(result => !watch.crashes.has(String(result.code)))
        .map(result => restoreSource(result, sources)),
      rates: enabled.flatMap(rule => {
        const rate = watch.rates.get(rule.name);
        const severity = severityName(rule.severity);
        return rate && severity ? [{ id: rule.name, ruleset: rulesetOf(rule), severity, ...rate }] : [];
      }),
      problems,
      rulesets: new Map(Object.values(ruleset.rules).map(rule => [rule.name, rulesetOf(rule)])),
    };
  }
}

/** One run of Spectral. */
interface Run {
  parsed: ParsedDocument;
  ruleset: Ruleset;
  sources: VirtualSources;
  now: Date;
  pruning: Pruning;
  watch: FunctionWatch;
}

async function attempt({
  parsed,
  ruleset,
  sources,
  now,
  pruning,
  watch,
}: Run): Promise<ISpectralDiagnostic[] | Error> {
  const { root } = parsed;
  const source = sources.sourceOf(root.uri);
  const resolver = new GivenTextsResolver(parsed, sources, source, pruning);
  watch.judge(resolver);
  const spectral = new Spectral({ resolver });
  spectral.setRuleset(ruleset);
  const document = new Document(root.text, root.parser, source);
  judgeAsOf(document, now);
  try {
    return await spectral.run(document);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * A `given` or `field` that throws takes the whole run down without saying whose it was. Halving the rules finds it in
 * a few runs; a run that only fails with all rules together is not a rule's fault and is left to the caller.
 */
async function findCulprit(run: Run): Promise<{ rule: Rule; error: Error } | undefined> {
  const enabled = Object.values(run.ruleset.rules).filter(rule => rule.enabled);
  let suspects = enabled;
  let error: Error | undefined;
  while (suspects.length > 0) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2));
    const failure = await runOnly(half);
    if (failure) error = failure;
    if (suspects.length === 1) break;
    suspects = failure ? half : suspects.slice(half.length);
  }
  for (const rule of enabled) rule.enabled = true;
  const [rule] = suspects;
  return rule && error && (await runOnly([rule])) ? { rule, error } : undefined;

  async function runOnly(rules: readonly Rule[]): Promise<Error | undefined> {
    for (const one of enabled) one.enabled = rules.includes(one);
    const results = await attempt(run);
    return results instanceof Error ? results : undefined;
  }
}

function restoreSource(result: ISpectralDiagnostic, sources: VirtualSources): ISpectralDiagnostic {
  if (result.source === undefined) return result;
  return { ...result, source: sources.uriOf(result.source) ?? result.source };
}
