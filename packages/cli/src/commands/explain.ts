import { suggest } from '@treaty/contract-findings';
import { dump } from 'js-yaml';
import { CommandError, EXIT, ExitCode } from '../errors';
import { Io } from '../io';
import { wantsColor } from '../output';
import pc from 'picocolors';

/** Everything that is said about a rule, whichever engine it belongs to. */
interface Explained {
  id: string;
  /** Who applies it, and how seriously. */
  kind: string;
  summary: string;
  why: string;
  instead: string;
  examples: Array<{ title: string; parts: Array<[string, unknown]> }>;
}

/** The gate's own rule: no comparison of two documents can see it. */
const API_REMOVED: Explained = {
  id: 'api-removed',
  kind: 'comparison, looks at: the catalog',
  summary: 'An API was removed from the catalog, with every operation it had',
  why: 'Everybody who consumes it loses every operation at once. Nothing else in the repository shows it.',
  instead:
    'Keep the entity with `lifecycle: deprecated` and `spec.deprecation.sunsetOn`, and remove it after that day.',
  examples: [],
};

/** `treaty explain RULE`: what a rule means, why, and what to do instead. Without a rule: the list. */
export async function explain(
  id: string | undefined,
  options: { color: boolean },
  io: Io,
): Promise<ExitCode> {
  const rules = await allRules();
  const { bold, dim } = pc.createColors(wantsColor(io, options.color));
  if (id === undefined) {
    const width = Math.max(...rules.map(rule => rule.id.length));
    for (const kind of new Set(rules.map(rule => rule.kind.split(',')[0]))) {
      io.out(`${bold(kind)}\n`);
      for (const rule of rules.filter(one => one.kind.split(',')[0] === kind)) {
        io.out(`  ${rule.id.padEnd(width)}  ${rule.summary}\n`);
      }
      io.out('\n');
    }
    return EXIT.pass;
  }
  const rule = rules.find(one => one.id === id);
  if (!rule) {
    const meant = suggest(
      id,
      rules.map(one => one.id),
    );
    throw new CommandError(
      `there is no rule '${id}'`,
      meant ? `did you mean '${meant}'?` : 'list them all: treaty explain',
    );
  }
  const paragraphs = [
    `${bold(rule.id)}   ${dim(rule.kind)}`,
    sentence(rule.summary),
    `${bold('why')}\n${indent(rule.why, 2)}`,
    `${bold('instead')}\n${indent(rule.instead, 2)}`,
    ...rule.examples.map(example =>
      [
        bold(example.title),
        ...example.parts.map(
          ([name, value]) => `  ${name}\n${indent(typeof value === 'string' ? value : toYaml(value), 4)}`,
        ),
      ].join('\n'),
    ),
  ];
  io.out(`${paragraphs.join('\n\n')}\n`);
  return EXIT.pass;
}

async function allRules(): Promise<Explained[]> {
  const [{ rules }, { lintRules }] = await Promise.all([
    import('@treaty/contract-diff'),
    import('@treaty/contract-lint'),
  ]);
  const compared = rules.map(rule => ({
    id: rule.id,
    kind: `comparison, looks at: ${rule.on}`,
    ...rule.docs,
    examples: rule.examples.map((example, index) => ({
      title: example.title ?? `example${rule.examples.length > 1 ? ` ${index + 1}` : ''}`,
      parts: [
        ['before', example.old],
        ['after', example.new],
        ['verdict', verdict(example.expect)],
      ] as Array<[string, unknown]>,
    })),
  }));
  const linted = lintRules.map(rule => ({
    id: rule.id,
    kind: `lint, ruleset ${rule.ruleset}, ${rule.severity}`,
    summary: rule.summary,
    why: rule.why,
    instead: rule.instead,
    examples: [
      ...rule.examples.bad.slice(0, 1).map(example => ({
        title: `found: ${example.title}`,
        parts: [['document', example.document]] as Array<[string, unknown]>,
      })),
      ...rule.examples.good.slice(0, 1).map(example => ({
        title: `in order: ${example.title}`,
        parts: [['document', example.document]] as Array<[string, unknown]>,
      })),
    ],
  }));
  return [...compared, API_REMOVED, ...linted].sort((a, b) =>
    `${a.kind[0]} ${a.id}` < `${b.kind[0]} ${b.id}` ? -1 : 1,
  );
}

function verdict(expect: string | Record<string, string>): string {
  if (typeof expect === 'string') return expect;
  return Object.entries(expect)
    .map(([direction, level]) => `in a ${direction}: ${level}`)
    .join('\n');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function toYaml(value: unknown): string {
  return dump(value, { lineWidth: 100 }).trimEnd();
}

function indent(text: string, spaces: number): string {
  return text
    .split('\n')
    .map(line => ' '.repeat(spaces) + line)
    .join('\n');
}
