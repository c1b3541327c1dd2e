import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { validateXML } from 'xmllint-wasm';
import { FORMATS, PLAIN } from '.';
import { NOW, SAMPLES } from './testing/samples';

/** What each format makes of the same reports. `UPDATE_GOLDEN=1` writes them; the change is reviewed as a diff. */
const GOLDEN = path.join(__dirname, 'golden');
const options = { width: 100, paint: PLAIN, now: NOW, version: '1.2.3' };
const samples = Object.keys(SAMPLES);

function render(id: string, sample: string): string {
  return FORMATS.find(format => format.id === id)!.render(SAMPLES[sample], options);
}

describe.each(FORMATS.map(({ id, extension }) => [id, extension]))('%s', (id, extension) => {
  it.each(samples)('of the report %s is as agreed', sample => {
    const file = path.join(GOLDEN, `${sample}.${id}.${extension}`);
    const actual = render(id, sample);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, actual);
    }
    expect(actual).toBe(readFileSync(file, 'utf8'));
  });
});

describe('sarif', () => {
  const schema = path.join(
    path.dirname(require.resolve('@microsoft/jest-sarif/package.json')),
    'lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const validate = new Ajv({
    strict: false,
    unicodeRegExp: false,
    validateFormats: false,
    logger: false,
  }).compile(JSON.parse(readFileSync(schema, 'utf8')));

  it.each(samples)('%s is what the schema of OASIS allows', sample => {
    validate(JSON.parse(render('sarif', sample)));
    expect(validate.errors).toBeNull();
  });

  it('would be refused without a message', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(
      false,
    );
  });

  it('suppresses what was accepted, and nothing else', () => {
    const [run] = JSON.parse(render('sarif', 'waived')).runs;
    expect(
      run.results.map((result: { suppressions: Array<{ status: string }> }) => result.suppressions[0].status),
    ).toEqual(['accepted', 'accepted']);
    const [open] = JSON.parse(render('sarif', 'one')).runs;
    expect(
      open.results.every((result: { suppressions?: unknown }) => result.suppressions === undefined),
    ).toBe(true);
  });
});

describe('junit', () => {
  // The schema of Apache Ant's reports, which most readers follow; the package carries it inside its own test.
  const carrier = readFileSync(
    path.join(path.dirname(require.resolve('junit-xml/package.json')), 'src/index.test.ts'),
    'utf8',
  );
  const xsd = /<xs:schema[\s\S]*<\/xs:schema>/
    .exec(carrier)![0]
    // That edition is older than skipped tests; the schema's own later editions add them in these two places.
    .replace(/<xs:choice[^>]*>/, '$&<xs:element name="skipped"/>')
    .replace('<xs:attribute name="failures"', '<xs:attribute name="skipped" type="xs:int"/>$&');
  const check = (xml: string) =>
    validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [xsd] });

  it.each(samples)('%s is what the schema allows', async sample => {
    const { errors } = await check(render('junit', sample));
    expect(errors).toEqual([]);
  });

  it('would be refused without its attributes', async () => {
    expect((await check('<testsuites><testsuite/></testsuites>')).valid).toBe(false);
  });

  it('reads "consumers that break of all": four consumers and the contract, of which two and the contract fail', () => {
    expect(render('junit', 'one')).toContain('tests="5" failures="3" errors="0" skipped="1"');
    expect(render('junit', 'one')).toContain('1 of 5 cases passed');
  });
});

describe('gitlab', () => {
  interface Issue {
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }

  it.each(samples)('%s has unique fingerprints, lines from 1 and paths as git has them', sample => {
    const issues = JSON.parse(render('gitlab', sample)) as Issue[];
    expect(new Set(issues.map(issue => issue.fingerprint)).size).toBe(issues.length);
    expect(
      issues.filter(({ location }) => location.lines.begin < 1 || location.path.startsWith('./')),
    ).toEqual([]);
    expect(
      issues.filter(({ severity }) => !['info', 'minor', 'major', 'critical', 'blocker'].includes(severity)),
    ).toEqual([]);
  });
});

describe('github', () => {
  const lines = (sample: string) => render('github', sample).trimEnd().split('\n');

  it('says ten of a kind, worst first, the last of them how many more there are', () => {
    expect(lines('many').map(line => /^::(\w+)/.exec(line)![1])).toEqual([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
    ]);
    expect(lines('many')[9]).toBe('::error::and 3 more errors; the report has them all');
    expect(lines('many')[19]).toBe('::warning::and 2 more warnings; the report has them all');
  });

  it('lets no text end its command or begin another', () => {
    for (const line of lines('many')) expect(line).toMatch(/^::(error|warning)( [^:]*)?::/);
    expect(render('github', 'many')).not.toContain('\r');
    expect(render('github', 'many')).not.toContain('\n::error::\n');
  });

  it('says nothing when there is nothing', () => {
    expect(render('github', 'empty')).toBe('');
  });
});

describe('html', () => {
  it.each(samples)('%s fetches and runs nothing', sample => {
    const page = render('html', sample);
    expect(page).not.toMatch(/<(script|link|img|iframe|object)\b|\son\w+=|url\(|@import|https?:/i);
    expect(page).toContain("default-src 'none'");
  });

  it('takes words of others as words', () => {
    expect(render('html', 'many')).not.toContain('<e>');
  });
});
