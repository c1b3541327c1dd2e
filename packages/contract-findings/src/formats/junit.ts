import { formatAcceptance } from '../acceptance';
import { ApiCheck, DiffReport, LintReport } from '../report';
import { compareVerdicts, ConsumerImpact } from '../verdict';
import { AnyReport, Format, FormatOptions } from './format';
import { Item, itemsOf, lintItems, worstFirst } from './items';
import { count, evidenceLine, shortRef, VERDICT_WORDS, visible } from './words';

/** One test case. Without an outcome it passed. */
interface Case {
  name: string;
  outcome?: { kind: 'failure' | 'error' | 'skipped'; type: string; message: string; text?: string };
}
interface Suite {
  name: string;
  cases: Case[];
}

/**
 * JUnit XML, as CI pages show it: a suite for an API, a test case for each of its consumers, so that a page reads "5 of 7".
 * The contract itself is a test case, too: a breaking change that hits nobody known must not look green.
 */
export const junit: Format = {
  id: 'junit',
  extension: 'xml',
  summary: 'JUnit XML: suite = API, test case = consumer',
  render(any, options) {
    const suites = suitesOf(any, options);
    const body = suites.flatMap((suite, index) => suiteLines(suite, index, options));
    return `${['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...body, '</testsuites>'].join('\n')}\n`;
  },
};

function suitesOf(any: AnyReport, options: FormatOptions): Suite[] {
  const items = itemsOf(any, options);
  const run = items.filter(item => item.kind === 'problem' && item.api === undefined);
  const problems: Suite[] =
    run.length === 0 || any.kind === 'diff' ? [] : [{ name: 'the run', cases: run.map(problemCase) }];
  switch (any.kind) {
    case 'diff':
      return [{ name: title(any.report), cases: diffCases(items) }];
    case 'lint':
      return [...any.report.reports.map(report => lintSuite(report)), ...problems];
    default:
      return [...any.report.apis.map(api => apiSuite(api, items, options)), ...problems];
  }
}

function title({ old, new: next }: DiffReport): string {
  return next.title ?? old.title ?? next.file;
}

function diffCases(items: readonly Item[]): Case[] {
  const serious = items.filter(item => item.severity !== 'note');
  return serious.length === 0 ? [{ name: 'contract' }] : serious.map(itemCase);
}

function lintSuite(report: LintReport): Suite {
  const items = worstFirst(lintItems(report));
  return { name: report.document.file, cases: items.length === 0 ? [{ name: 'lint' }] : items.map(itemCase) };
}

function itemCase(item: Item): Case {
  if (item.kind === 'problem') return problemCase(item);
  const place = item.place
    ? `${[item.place.file, item.place.line].filter(part => part !== undefined).join(':')}: `
    : '';
  const name = `${item.rule}: ${item.title}`;
  const text = `${place}${[item.title, ...item.details].join('\n')}`;
  if (item.accepted)
    return { name, outcome: { kind: 'skipped', type: 'accepted', message: formatAcceptance(item.accepted) } };
  const kind = item.severity === 'error' ? 'failure' : 'skipped';
  return { name, outcome: { kind, type: item.rule, message: item.title, text } };
}

function problemCase(item: Item): Case {
  const kind = item.severity === 'error' ? 'error' : 'skipped';
  const text = [item.place ? `${item.place.file}:${item.place.line ?? 1}` : '', ...item.details]
    .filter(Boolean)
    .join('\n');
  return {
    name: `${item.rule}: ${item.title}`,
    outcome: { kind, type: item.rule, message: item.title, text },
  };
}

function apiSuite(api: ApiCheck, items: readonly Item[], options: FormatOptions): Suite {
  const own = items.filter(item => item.api === api.api);
  const contract = contractCase(api, own);
  const consumers = api.consumers.map(({ consumer, owner }) => consumerCase(consumer, owner, api, options));
  return { name: api.title ?? shortRef(api.api), cases: [contract, ...consumers] };
}

function contractCase(api: ApiCheck, items: readonly Item[]): Case {
  if (api.status === 'passed') return { name: 'contract' };
  const kind = api.status === 'blocked' ? 'failure' : 'error';
  const lines = items
    .filter(item => item.severity !== 'note' && !item.accepted)
    .flatMap(item => [`${item.rule}: ${item.title}`, ...item.details.map(line => `  ${line}`)]);
  return {
    name: 'contract',
    outcome: {
      kind,
      type: api.status,
      message: api.reasons.join(', ') || api.status,
      text: lines.join('\n'),
    },
  };
}

/** The worst that a run says about one consumer, with its evidence. */
function consumerCase(
  consumer: string,
  owner: string | undefined,
  api: ApiCheck,
  options: FormatOptions,
): Case {
  const name = `${shortRef(consumer)} (${owner === undefined ? 'owner unknown' : shortRef(owner)})`;
  const findings = (api.diff?.findings ?? []).flatMap(finding => {
    const impact = (api.impacts[finding.fingerprint] ?? []).find(one => one.consumer === consumer);
    return impact ? [{ finding, impact }] : [];
  });
  const open = findings.filter(({ finding }) => !finding.accepted);
  const [worst] = [...(open.length > 0 ? open : findings)].sort((a, b) =>
    compareVerdicts(a.impact.verdict, b.impact.verdict),
  );
  if (!worst || worst.impact.verdict === 'unaffected') return { name };
  const word = VERDICT_WORDS[worst.impact.verdict];
  if (worst.impact.verdict === 'no-evidence')
    return {
      name,
      outcome: { kind: 'skipped', type: 'no-evidence', message: 'no evidence of what it uses' },
    };
  if (worst.finding.accepted) {
    const message = `${word}; ${formatAcceptance(worst.finding.accepted)}`;
    return { name, outcome: { kind: 'skipped', type: 'accepted', message } };
  }
  const text = open
    .filter(({ impact }) => impact.verdict === worst.impact.verdict)
    .map(({ finding, impact }) => hitLine(finding.id, finding.message, impact, options));
  // What the gate lets pass is no failed test; it is told all the same.
  const kind = api.status === 'passed' ? 'skipped' : 'failure';
  return {
    name,
    outcome: {
      kind,
      type: worst.impact.verdict,
      message: `${word}: ${worst.finding.message}`,
      text: text.join('\n'),
    },
  };
}

function hitLine(rule: string, message: string, impact: ConsumerImpact, options: FormatOptions): string {
  const evidence = impact.evidence.map(one => evidenceLine(one, options.now)).join('; ');
  return `${rule}: ${message} (${evidence || 'no source'})`;
}

/** The order and the attributes are those of the widest-spread schema, Apache Ant's. */
function suiteLines(suite: Suite, index: number, options: FormatOptions): string[] {
  const of = (kind: string) => suite.cases.filter(one => one.outcome?.kind === kind).length;
  const attributes = {
    name: suite.name,
    package: 'treaty',
    id: String(index),
    timestamp: options.now.toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: String(suite.cases.length),
    failures: String(of('failure')),
    errors: String(of('error')),
    skipped: String(of('skipped')),
    time: '0',
  };
  return [
    `  <testsuite${printed(attributes)}>`,
    '    <properties/>',
    ...suite.cases.flatMap(one => caseLines(one, suite.name)),
    `    <system-out>${xml(told(suite))}</system-out>`,
    '    <system-err/>',
    '  </testsuite>',
  ];
}

function told({ cases }: Suite): string {
  const passed = cases.filter(one => one.outcome === undefined).length;
  return `${passed} of ${count(cases.length, 'case')} passed`;
}

function caseLines({ name, outcome }: Case, suite: string): string[] {
  const open = `    <testcase${printed({ name, classname: suite, time: '0' })}`;
  if (!outcome) return [`${open}/>`];
  const { kind, type, message, text = '' } = outcome;
  const attributes: Record<string, string> = kind === 'skipped' ? { message } : { message, type };
  const body =
    text === ''
      ? [`      <${kind}${printed(attributes)}/>`]
      : [`      <${kind}${printed(attributes)}>${xml(text)}</${kind}>`];
  return [`${open}>`, ...body, '    </testcase>'];
}

function printed(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xml(value).replace(/\n/g, '&#10;')}"`)
    .join('');
}

/** XML 1.0 has no way to write most control characters, lone surrogates and non-characters, not even escaped. */
function xml(text: string): string {
  return visible(text)
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
