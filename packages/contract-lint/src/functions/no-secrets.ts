import { Node, childPlace, own } from '../model/place';
import { defineLintRule, exampleResponse } from '../rule';

/** Credentials that are known by their shape, so that a hit is one and not a word that looks odd. */
const SHAPES: ReadonlyArray<[string, RegExp]> = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}/],
  ['a Slack token', /\bxox[abprs]-[0-9]{6,}-[A-Za-z0-9-]{10,}/],
  ['a live Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
];
/** Everything above in one look, since almost no text of a contract is a secret. */
const ANY = new RegExp(SHAPES.map(([, shape]) => shape.source).join('|'));
/** How documentation marks a value as made up. */
const MADE_UP = /example|x{6}|0{8}|1234567|\*{4}|redacted|placeholder|dummy/i;

// Put together here, so that no scanner takes this file for a leak.
const token = ['ghp', 'q7Rw2LmZk9TbYc4VnXs8HdJf3PgAe6UoKi5M'].join('_');
const answer = (example: string) =>
  exampleResponse({ type: 'object', properties: { token: { type: 'string', example } } });

export const noSecrets = defineLintRule({
  id: 'no-secrets',
  ruleset: 'security',
  severity: 'error',
  summary: 'No example, default or description holds a credential.',
  why: 'A contract is published, mirrored and fed to generators. A token that was pasted in as an example is a token that everybody has.',
  instead: 'Revoke it, then write one that says it is made up, for example `ghp_xxxxxxxxxxxx`.',
  examples: {
    bad: [{ title: 'a token as example', document: answer(token) }],
    good: [
      { title: 'made up', document: answer('ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') },
      { title: 'marked as an example', document: answer(['AKIA', 'IOSFODNN7EXAMPLE'].join('')) },
    ],
  },
  check({ api }, report) {
    let texts = 0;
    for (const file of api.files.uris) {
      const stack: Array<Node<unknown>> = [
        { value: api.files.get(file), place: { file, tokens: [], route: [] }, subject: {} },
      ];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const { value, place } = node;
        if (typeof value === 'string') {
          const found = secretIn(value);
          if (found === undefined) texts++;
          else report.fail(node, `this looks like ${found}`);
        } else if (typeof value === 'object' && value !== null) {
          for (const key of Object.keys(value).reverse()) {
            const member = own(value, key);
            if (typeof member === 'string' && member.length < 20) texts++;
            else if (typeof member === 'string' || typeof member === 'object')
              stack.push({ value: member, place: childPlace(place, key), subject: {} });
          }
        }
      }
    }
    report.pass(texts);
  },
});

function secretIn(text: string): string | undefined {
  if (!ANY.test(text)) return undefined;
  for (const [name, shape] of SHAPES) {
    const match = shape.exec(text);
    if (match && !MADE_UP.test(match[0])) return name;
  }
  return undefined;
}
