import { Problem } from '@treaty/contract-findings';
import { Api } from '../model/api';
import { Node } from '../model/place';
import { Reporter } from '../rule';
import { ActiveRule, RuleRate } from '../types';

/** A finding of one of our rules before it has lines and a fingerprint. */
export interface RawFinding {
  active: ActiveRule;
  node: Node<unknown>;
  message: string;
}

export interface OwnResult {
  findings: RawFinding[];
  rates: RuleRate[];
  problems: Problem[];
}

class Collector implements Reporter {
  readonly findings: RawFinding[] = [];
  checked = 0;
  failed = 0;

  constructor(private readonly active: ActiveRule) {}

  pass(count = 1): void {
    this.checked += count;
  }

  fail(node: Node<unknown>, message: string): void {
    this.summarise(node, message, 1, 1);
  }

  summarise(node: Node<unknown>, message: string, failed: number, checked: number): void {
    this.checked += checked;
    this.failed += failed;
    this.findings.push({ active: this.active, node, message });
  }
}

/** Runs our own rules. A rule that throws loses its findings and is reported; the others are not disturbed. */
export function runOwnRules(api: Api, rules: readonly ActiveRule[], now: Date): OwnResult {
  const out: OwnResult = { findings: [], rates: [], problems: [] };
  for (const active of rules) {
    const { name, rule, severity, ruleset } = active;
    if (rule.versions && !rule.versions.includes(api.version)) continue;
    const report = new Collector(active);
    try {
      rule.check({ api, now, options: active.options }, report);
    } catch (error) {
      out.problems.push(ruleCrashed(name, error, api.files.rootUri));
      continue;
    }
    out.findings.push(...report.findings);
    out.rates.push({ id: name, ruleset, severity, checked: report.checked, failed: report.failed });
  }
  return out;
}

/** The problem that stands for a rule that threw: never "no findings". */
export function ruleCrashed(id: string, error: unknown, file: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'rule-crashed',
    message: `rule '${id}' crashed: ${reason}`,
    file,
    next: `switch '${id}' off in the ruleset until it is repaired, and report it to whoever maintains it; its findings are missing from this report`,
    severity: 'error',
  };
}
