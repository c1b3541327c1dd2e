import { createHash } from 'node:crypto';
import {
  LintFinding,
  Problem,
  REPORT_SCHEMA_VERSION,
  SEVERITIES,
  appendPointer,
} from '@treaty/contract-findings';
import { readApi } from '../model/api';
import { ContractFiles } from '../model/files';
import { own } from '../model/place';
import { LintInput, LintOutcome, RuleRate } from '../types';
import { Identities } from './identity';
import { runOwnRules } from './own';
import { newExampleMemo } from './memo-file';
import { severityName } from './severity';
import { ParsedDocument } from './texts';

/** Codes that Spectral gives to what is wrong with a text rather than with a rule; our own problems say it better. */
const SPECTRAL_PROBLEMS = new Set(['parser', 'unrecognized-format']);

/** Judges one document by one ruleset. Never throws on what a document or a ruleset says. */
export async function runLint({ document, ruleset, now, memo }: LintInput): Promise<LintOutcome> {
  // Half of the rules would look like a clean document.
  if (ruleset.unbuilt) throw new Error(`the ruleset '${ruleset.name}' was not built`);
  const parsed = new ParsedDocument(document);
  const problems: Problem[] = parsed.problems();
  const findings: LintFinding[] = [];
  const rates: RuleRate[] = [];
  if (!problems.some(problem => problem.severity === 'error' && problem.code !== 'duplicate-key')) {
    const api = readApi(new ContractFiles(document.uri, parsed.data()));
    const identities = new Identities(api);
    if (api) {
      const result = runOwnRules(api, ruleset.own, now);
      problems.push(...result.problems);
      rates.push(...result.rates);
      for (const { active, node, message } of result.findings) {
        const { file, tokens } = node.place;
        const subject =
          Object.keys(node.subject).length > 0 ? node.subject : identities.subjectAt(file, tokens);
        findings.push({
          id: active.name,
          severity: active.severity,
          message,
          fingerprint: identities.fingerprint(active.name, file, tokens, subject, message),
          subject,
          source: sourceOf(parsed, file, tokens),
          ruleset: active.ruleset,
        });
      }
    }
    if (ruleset.spectral) {
      const { runSpectral } = require('./spectral') as typeof import('./spectral');
      const result = await runSpectral(parsed, ruleset.spectral, memo ?? newExampleMemo(), now);
      problems.push(...result.problems);
      rates.push(...result.rates);
      const checksReferences = ruleset.own.some(active => active.rule.id === 'references-resolve');
      for (const diagnostic of result.results) {
        const id = String(diagnostic.code);
        const severity = severityName(diagnostic.severity);
        if (severity === undefined || SPECTRAL_PROBLEMS.has(id) || (id === 'invalid-ref' && checksReferences))
          continue;
        const file = diagnostic.source ?? document.uri;
        const tokens = diagnostic.path.map(String);
        const subject = identities.subjectAt(file, tokens);
        findings.push({
          id,
          severity,
          message: diagnostic.message,
          fingerprint: identities.fingerprint(id, file, tokens, subject, diagnostic.message),
          subject,
          source: {
            file,
            pointer: appendPointer('', ...tokens),
            line: diagnostic.range.start.line + 1,
            column: diagnostic.range.start.character + 1,
            endLine: diagnostic.range.end.line + 1,
            endColumn: diagnostic.range.end.character + 1,
          },
          ruleset: result.rulesets.get(id) ?? ruleset.name,
        });
      }
    }
    if (rates.length === 0 && problems.length === 0)
      problems.push(nothingChecked(document.uri, ruleset.name));
  }
  findings.sort(compareFindings);
  const root = parsed.root.data;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    document: {
      file: document.uri,
      ...text('title', own(own(root, 'info'), 'title')),
      ...text('version', own(own(root, 'info'), 'version')),
      ...text('specification', own(root, 'openapi') ?? own(root, 'swagger') ?? own(root, 'asyncapi')),
      digest: documentDigest(parsed),
    },
    ruleset: { name: ruleset.name, ...text('version', ruleset.version), digest: ruleset.digest },
    summary: summarise(findings),
    findings,
    problems,
    rates,
  };
}

/** Absence of findings where no rule speaks of this kind of document is no verdict. */
function nothingChecked(file: string, ruleset: string): Problem {
  return {
    code: 'nothing-checked',
    message: `no rule of '${ruleset}' speaks of this kind of document`,
    file,
    next: 'choose a ruleset made for it, for example spectral:asyncapi, or a ruleset of your own',
    severity: 'warning',
  };
}

function sourceOf(parsed: ParsedDocument, file: string, tokens: readonly string[]): LintFinding['source'] {
  const pointer = appendPointer('', ...tokens);
  const range = parsed.get(file).range(tokens);
  if (!range) return { file, pointer };
  return {
    file,
    pointer,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}

/** One file is hashed as it is; several with their names, sorted. */
function documentDigest(parsed: ParsedDocument): string {
  const files = [...parsed.files.values()];
  if (files.length === 1) return sha256(files[0].text);
  const sorted = files.map(file => [file.uri, file.text]).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted));
}

/** The digest of Node; the one that runs everywhere takes a quarter of a second for the largest descriptions. */
function sha256(of: string): string {
  return createHash('sha256').update(of).digest('hex');
}

function text<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  const out: { [P in K]?: string } = {};
  if (typeof value === 'string' || typeof value === 'number') out[key] = String(value);
  return out;
}

function summarise(findings: readonly LintFinding[]): LintOutcome['summary'] {
  const summary = { error: 0, warn: 0, info: 0, hint: 0 };
  for (const finding of findings) summary[finding.severity]++;
  return summary;
}

/** By file, then place in the file, then rule: the order a person reads a file in. */
function compareFindings(a: LintFinding, b: LintFinding): number {
  return (
    compare(a.source.file, b.source.file) ||
    (a.source.line ?? 0) - (b.source.line ?? 0) ||
    (a.source.column ?? 0) - (b.source.column ?? 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.id, b.id) ||
    compare(a.source.pointer, b.source.pointer) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
