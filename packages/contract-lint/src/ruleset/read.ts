import { Problem, resolveUri } from '@treaty/contract-findings';
import { isObject, own } from '../model/place';
import { RulesetHost } from '../types';
import { shippedRuleset, shippedRulesets } from './shipped';
import { Extension, ExtendsSeverity, FileRuleset, RulesetTree } from './tree';

export const STOCK_RULESETS = ['spectral:oas', 'spectral:asyncapi', 'spectral:arazzo'] as const;

const SHIPPED = shippedRulesets.map(ruleset => ruleset.name).join(', ');

/** More files than any team writes; a ruleset that needs more is a loop or an attack. */
const MAX_FILES = 64;

/** Reads a ruleset and everything it extends, through the host only. */
export class RulesetReader {
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();

  constructor(private readonly host: RulesetHost) {}

  /** `name`: a shipped or stock ruleset, a file, an address, or a package that the host trusts. */
  async read(
    name: string,
    stack: readonly string[] = [],
    at: Partial<Problem> = {},
  ): Promise<RulesetTree | undefined> {
    const shipped = shippedRuleset(name);
    if (shipped) return this.shipped(shipped.name);
    if ((STOCK_RULESETS as readonly string[]).includes(name)) return { kind: 'stock', name };
    if (name.startsWith('spectral:')) {
      return this.refuse({
        code: 'ruleset-unknown',
        message: `there is no ruleset '${name}'`,
        next: `use one of ${STOCK_RULESETS.join(', ')}`,
        ...at,
      });
    }
    if (isPackageName(name)) return this.preset(name, at);
    if (/\.(m|c)?[jt]sx?$/.test(name)) {
      return this.refuse({
        code: 'ruleset-javascript-refused',
        message: `'${name}' is JavaScript, and a ruleset is data here`,
        next: 'write the ruleset as YAML or JSON; ship functions as a package that the operator of this host trusts',
        ...at,
      });
    }
    if (/^https?:/i.test(name) && !this.host.allowRemote) {
      return this.refuse({
        code: 'ruleset-remote-refused',
        message: `'${name}' is at a remote address`,
        next: 'save it beside your own ruleset and extend the file, or allow remote rulesets for this host',
        ...at,
      });
    }
    return this.file(name, stack, at);
  }

  private async shipped(name: string): Promise<RulesetTree | undefined> {
    const ruleset = shippedRuleset(name);
    if (!ruleset) return undefined;
    const extensions: Extension[] = [];
    for (const extended of ruleset.extends) {
      const tree = await this.shipped(extended);
      if (tree) extensions.push({ tree });
    }
    return { kind: 'shipped', name, ruleset, extends: extensions };
  }

  private async preset(name: string, at: Partial<Problem>): Promise<RulesetTree | undefined> {
    const missing = (reason: string) =>
      this.refuse({
        code: 'ruleset-preset-unavailable',
        message: `the ruleset package '${name}' cannot be used: ${reason}`,
        next: `install it beside Treaty and allow it, or extend a ruleset file; shipped are ${SHIPPED}`,
        ...at,
      });
    if (!this.host.trusted?.loadPreset) return missing('this host trusts no packages');
    try {
      const loaded = await this.host.trusted.loadPreset(name);
      const definition =
        isObject(loaded) && isObject(own(loaded, 'default')) ? own(loaded, 'default') : loaded;
      if (definition === undefined) return missing('it is not installed');
      if (!isObject(definition)) return missing('it exports no ruleset');
      return { kind: 'preset', name, definition };
    } catch (error) {
      return missing(error instanceof Error ? error.message : String(error));
    }
  }

  private async file(
    uri: string,
    stack: readonly string[],
    at: Partial<Problem>,
  ): Promise<RulesetTree | undefined> {
    if (stack.includes(uri)) {
      return this.refuse({
        code: 'ruleset-extends-loop',
        message: `the ruleset extends itself: ${[...stack, uri].join(' → ')}`,
        next: 'remove one of these extends',
        ...at,
      });
    }
    if (this.texts.size >= MAX_FILES) {
      return this.refuse({
        code: 'ruleset-too-many-files',
        message: `the ruleset extends more than ${MAX_FILES} files`,
        next: 'merge some of them',
        ...at,
      });
    }
    let text: string;
    try {
      text = await this.host.read(uri);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.refuse({
        code: 'ruleset-not-found',
        message: `the ruleset '${uri}' cannot be read: ${reason}`,
        next: `check the name; shipped are ${SHIPPED}, and ${STOCK_RULESETS.join(', ')}`,
        ...at,
      });
    }
    this.texts.set(uri, text);
    const { parseLintText } = require('../engine/texts') as typeof import('../engine/texts');
    const parsed = parseLintText(uri, text);
    const fatal = parsed.diagnostics.find(diagnostic => diagnostic.severity === 0);
    if (fatal) {
      return this.refuse({
        code: 'ruleset-syntax',
        message: fatal.message,
        file: uri,
        line: fatal.range.start.line + 1,
        column: fatal.range.start.character + 1,
        next: 'make the file parse as YAML or JSON',
      });
    }
    const { data } = parsed;
    if (!isObject(data)) {
      return this.refuse({
        code: 'ruleset-invalid',
        message: 'a ruleset is an object with `rules` or `extends`',
        file: uri,
        line: 1,
        column: 1,
        next: 'start with `extends: treaty`',
      });
    }
    const locate: FileRuleset['locate'] = path => {
      const range = parsed.range(path);
      return range && { line: range.start.line + 1, column: range.start.character + 1 };
    };
    const extensions = await this.extensions(uri, data.extends, [...stack, uri], locate);
    const name =
      typeof data.name === 'string' ? data.name : uri.replace(/^.*\//, '').replace(/\.(ya?ml|json)$/i, '');
    const version =
      typeof data.version === 'string' || typeof data.version === 'number' ? String(data.version) : undefined;
    return { kind: 'file', name, uri, version, data, locate, extends: extensions };
  }

  private async extensions(
    uri: string,
    value: unknown,
    stack: readonly string[],
    locate: FileRuleset['locate'],
  ): Promise<Extension[]> {
    const out: Extension[] = [];
    const list: unknown[] = [value ?? []].flat();
    for (let index = 0; index < list.length; index++) {
      const path = Array.isArray(value) ? ['extends', index] : ['extends'];
      const entry: unknown = list[index];
      const [name, severity]: unknown[] = Array.isArray(entry) ? entry : [entry];
      const at: Partial<Problem> = { file: uri, ...locate(path) };
      if (
        typeof name !== 'string' ||
        !(severity === undefined || severity === 'off' || severity === 'recommended' || severity === 'all')
      ) {
        this.refuse({
          code: 'ruleset-invalid',
          message: '`extends` takes names, or pairs of a name and off, recommended or all',
          next: 'write `extends: [treaty, [spectral:oas, recommended]]`',
          ...at,
        });
        continue;
      }
      const target = isFileName(name) ? resolveUri(uri, name) : name;
      const tree = await this.read(target, stack, at);
      if (tree)
        out.push({ tree, ...(severity === undefined ? {} : { severity: severity as ExtendsSeverity }) });
    }
    return out;
  }

  private refuse(problem: Omit<Problem, 'severity'>): undefined {
    this.problems.push({ ...problem, severity: 'error' });
    return undefined;
  }
}

function isFileName(name: string): boolean {
  return !isPackageName(name) && !name.startsWith('spectral:') && shippedRuleset(name) === undefined;
}

/** `@scope/name`, or a bare word: what npm would call a package. A file has an ending, a slash or a dot in front. */
function isPackageName(name: string): boolean {
  return /^@[\w.-]+\/[\w.-]+$/.test(name) || /^[a-z0-9][\w-]*$/i.test(name);
}
