import { Ruleset } from '@stoplight/spectral-core';
import * as coreFunctions from '@stoplight/spectral-functions';
import { Resolver } from '@stoplight/spectral-ref-resolver';
import { oas } from '@stoplight/spectral-rulesets';
import { own } from '../model/place';
import { Progress } from './given';
import { exampleFunctions } from './memo';
import { PrunedTree } from './prune';
import { Routes } from './routes';
import { ParsedDocument } from './texts';
import { VirtualSources } from './virtual';

type ResolveArguments = Parameters<Resolver['resolve']>;
type Resolved = Awaited<ReturnType<Resolver['resolve']>>;

/** What the resolved document was before it was pruned, and what stands in it for what. */
export interface Pruned {
  resolved: unknown;
  originals: WeakMap<object, object>;
}

/** Answers `$ref` from the given texts only, and leaves out of the result what would be judged twice. */
export class GivenTextsResolver extends Resolver {
  /** Known once resolving has come to an end. */
  pruned: Pruned | undefined;

  constructor(
    parsed: ParsedDocument,
    sources: VirtualSources,
    private readonly source: string,
    private readonly pruning: Pruning | undefined,
  ) {
    const resolve = async (ref: { href(): string }): Promise<string> => {
      const uri = sources.uriOf(ref.href());
      if (uri === undefined) throw new Error(`'${ref.href()}' is not among the files of this document`);
      return parsed.get(uri).text;
    };
    super({ resolvers: { file: { resolve }, http: { resolve }, https: { resolve } } });
  }

  override async resolve(...[document, options]: ResolveArguments): Promise<Resolved> {
    const read = new Set<string>();
    const parseResolveResult = options?.parseResolveResult;
    const found = await super.resolve(document, {
      ...options,
      ...(parseResolveResult && {
        parseResolveResult: result => {
          read.add(result.targetAuthority.href().replace(/\/$/, ''));
          return parseResolveResult(result);
        },
      }),
    });
    const progress = this.pruning?.progress(found.result, this.source);
    if (!progress?.useful) return found;
    const refMapOf = (source: string) =>
      found.graph.hasNode(source) ? found.graph.getNodeData(source).refMap : undefined;
    const tree = new PrunedTree(progress, new Routes(this.source, document, refMapOf, one => read.has(one)));
    this.pruned = { resolved: found.result, originals: tree.originals };
    return { ...found, result: tree.build(found.result) };
  }
}

/** Which rules of a ruleset have to see every way to a place, and which say the same on each. */
export class Pruning {
  private readonly everywhere: ReadonlySet<string>;

  /** To be made before the functions of the ruleset are wrapped. */
  constructor(private readonly ruleset: Ruleset) {
    const alike = alikeFunctions();
    const rules = Object.values(ruleset.rules);
    this.everywhere = new Set(
      rules
        .filter(rule => !rule.then.every(then => alike.has(then.function) && !/^[@$]/.test(then.field ?? '')))
        .map(rule => rule.name),
    );
  }

  progress(resolved: unknown, source: string): Progress {
    const formats = new Set([...this.ruleset.formats].filter(format => format(resolved, source)));
    const known = formats.size > 0 ? formats : null;
    const rules = Object.values(this.ruleset.rules).filter(
      rule => rule.enabled && rule.resolved && rule.matchesFormat(known),
    );
    return new Progress(
      rules.flatMap(rule =>
        rule.getGivenForFormats(known).map(given => ({ given, everywhere: this.everywhere.has(rule.name) })),
      ),
    );
  }
}

/** Functions whose results depend on the value and on where it is written, not on the way that led there. */
function alikeFunctions(): ReadonlySet<unknown> {
  const core = Object.values(coreFunctions).filter(one => one !== coreFunctions.unreferencedReusableObject);
  const stock = ['duplicated-entry-in-enum', 'typed-enum'].map(name =>
    own(own(own(own(oas, 'rules'), name), 'then'), 'function'),
  );
  return new Set<unknown>([...core, ...exampleFunctions(), ...stock].filter(Boolean));
}
