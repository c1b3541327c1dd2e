import { LintRule, OptionValues, Reporter, optionsOf } from '../rule';
import { Api, readApi } from '../model/api';
import { ContractFiles } from '../model/files';
import { isObject } from '../model/place';

/** What these functions need of Spectral's context; written down here so that nothing of Spectral is loaded for it. */
interface FunctionContext {
  document: { source: string | null; data: unknown };
  documentInventory: { referencedDocuments?: Record<string, { data: unknown }>; unresolved: unknown };
}

interface FunctionResult {
  message: string;
  path: string[];
}

export type SpectralFunction = (
  input: unknown,
  options: unknown,
  context: FunctionContext,
) => FunctionResult[];

/** The day of judgement by document: a ruleset is loaded once and judges many documents, each with its own `now`. */
const days = new WeakMap<object, Date>();

/** Tells our rules which day it is while Spectral runs them over this document. */
export function judgeAsOf(document: object, now: Date): void {
  days.set(document, now);
}

const readApis = new WeakMap<object, Api | undefined>();

/**
 * One of our rules as a function that stock Spectral can call with `given: $`. It reads the unresolved texts that
 * Spectral holds and reports the way through the resolved tree, which Spectral turns back into file and line.
 *
 * @param clock - for documents whose day nobody has told with {@link judgeAsOf}: stock Spectral knows no day.
 */
export function spectralFunction(rule: LintRule, clock?: () => Date): SpectralFunction {
  const run: SpectralFunction = (_, options, context) => {
    const api = apiOf(context);
    if (!api || (rule.versions && !rule.versions.includes(api.version))) return [];
    const results: FunctionResult[] = [];
    const report: Reporter = {
      pass: () => undefined,
      fail: (node, message) => results.push({ message, path: [...node.place.route] }),
      summarise: (node, message) => results.push({ message, path: [...node.place.route] }),
    };
    const given: OptionValues | undefined = isObject(options) ? options : undefined;
    const now = days.get(context.document) ?? clock?.();
    if (now === undefined) throw new Error(`'${rule.id}' was not told which day it is`);
    rule.check({ api, now, options: optionsOf(rule, given) }, report);
    return results;
  };
  Object.defineProperty(run, 'name', { value: rule.id });
  return run;
}

/** One reading for all rules of a run: Spectral makes one inventory per document. */
function apiOf(context: FunctionContext): Api | undefined {
  const { documentInventory, document } = context;
  if (readApis.has(documentInventory)) return readApis.get(documentInventory);
  const root = document.source ?? 'document';
  const files = new Map<string, unknown>([[root, documentInventory.unresolved]]);
  for (const [source, referenced] of Object.entries(documentInventory.referencedDocuments ?? {})) {
    if (!files.has(source)) files.set(source, referenced.data);
  }
  const api = readApi(new ContractFiles(root, files));
  readApis.set(documentInventory, api);
  return api;
}
