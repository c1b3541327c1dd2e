import { DiffFinding, singleFileDocument } from '@treaty/contract-findings';
import fc from 'fast-check';
import { diff } from '../../diff';
import { Loc, Json, Reader } from '../../model/reader';
import { DocumentSide } from '../../model/side';
import { Interner } from '../../normalize/interner';
import { Mode } from '../../normalize/norm';
import { Schemas } from '../../normalize/schemas';
import { schemaFor, Work } from '../../prove/schema';
import { Judge } from '../../prove/validator';
import { carrying, SPELLINGS } from './documents';
import { damaged, damages, SAMPLE } from './damage';
import { pairs, schemas, valuesOf } from './schemas';

/** Something that holds for every input; the input is plain JSON, so that a counterexample can be kept in a file. */
export interface Law<T = unknown> {
  name: string;
  inputs: fc.Arbitrary<T>;
  /** What is wrong with this input; `undefined` when the law holds. */
  breach(input: T): string | undefined;
}

const now = new Date('2026-11-24T00:00:00Z');
const JUDGE = new Judge();
const modes = fc.constantFrom<Mode>('request', 'response');

function compare(before: unknown, after: unknown, mode: Mode): DiffFinding[] {
  return diff(carrying(before, mode), carrying(after, mode), { now }).findings;
}

function levels(findings: readonly DiffFinding[]): { breaking: boolean; safe: boolean } {
  return {
    breaking: findings.some(finding => finding.level === 'breaking'),
    safe: findings.every(finding => finding.level === 'safe'),
  };
}

function shown(findings: readonly DiffFinding[]): string {
  return findings
    .map(({ level, id, message, because }) => `${level} ${id}: ${message} (${because})`)
    .join('\n');
}

function law<T>(one: Law<T>): Law {
  return one as unknown as Law;
}

/** The independent validator's word on values of one schema; `undefined` where it cannot say. */
function validator(schema: unknown, mode: Mode, reads: boolean): (value: unknown) => boolean | undefined {
  const document = carrying(schema, mode);
  const side = new DocumentSide('old', new Reader(document), new Schemas(new Interner()));
  const raw = side.raw(schema, new Loc(document.uri, ''));
  return value => {
    const work = new Work(shared => JUDGE.define(shared));
    const made = schemaFor(raw, value, mode, reads, work);
    const verdict = JUDGE.judge({ allOf: [made] }, value);
    return verdict.valid === 'unknown' || work.malformed ? undefined : verdict.valid;
  };
}

/** Longer than any comparison of small or of real documents takes on a slow machine. */
const TOO_LONG_MS = 20_000;

/** Compares whatever it is given; malformed input gives problems, never an exception, and never takes for ever. */
function endured(before: unknown, after: unknown): string | undefined {
  const started = performance.now();
  const report = diff(singleFileDocument(before), singleFileDocument(after), { now });
  const took = performance.now() - started;
  if (took > TOO_LONG_MS) return `took ${took.toFixed(0)} ms`;
  const bare = report.findings.filter(finding => finding.level === 'breaking' && !finding.proof);
  return bare.length > 0 ? shown(bare) : undefined;
}

/** No document brings the comparison down; real ones, damaged, are the ones that come. */
export function enduranceOf(documents: readonly unknown[]): readonly Law[] {
  return [
    law({
      name: 'arbitrary JSON is endured',
      inputs: fc.record({ before: fc.jsonValue(), after: fc.jsonValue(), paths: fc.boolean() }),
      breach: ({ before, after, paths }) => {
        const framed = (value: unknown): unknown =>
          paths ? { openapi: '3.1.0', paths: { '/a': value }, components: value } : value;
        return endured(framed(before), framed(after));
      },
    }),
    law({
      name: 'damaged documents are endured',
      inputs: fc.record({ document: fc.nat(documents.length - 1), damages }),
      breach({ document, damages: list }) {
        const whole = documents[document];
        const broken = damaged(whole, list);
        return endured(whole, broken) ?? endured(broken, whole);
      },
    }),
  ];
}

/** The laws of comparing, over generated schemas. */
export const LAWS: readonly Law[] = [
  ...enduranceOf([SAMPLE]),
  law({
    name: 'a document compared with itself has no findings',
    inputs: fc.record({ schema: schemas, mode: modes }),
    breach({ schema, mode }) {
      const findings = compare(schema, JSON.parse(JSON.stringify(schema)), mode);
      return findings.length > 0 ? shown(findings) : undefined;
    },
  }),
  law({
    name: 'another spelling is no change',
    inputs: fc.record({ schema: schemas, mode: modes, spelling: fc.constantFrom(...Object.keys(SPELLINGS)) }),
    breach({ schema, mode, spelling }) {
      const [a, b] = [carrying(schema, mode), SPELLINGS[spelling](schema, mode)];
      const findings = [...diff(a, b, { now }).findings, ...diff(b, a, { now }).findings];
      // Where alternatives overlap it may not be able to tell; it must not take a spelling for a change.
      const wrong = findings.filter(
        finding => finding.level !== 'safe' && !finding.because?.startsWith('cannot tell'),
      );
      return wrong.length > 0 ? shown(wrong) : undefined;
    },
  }),
  law({
    name: 'what breaks readers when it comes breaks writers when it goes',
    inputs: pairs,
    breach({ before, after }) {
      const response = compare(after, before, 'response');
      const request = compare(before, after, 'request');
      const held = !levels(response).breaking || !levels(request).safe;
      return held ? undefined : `response:\n${shown(response)}\nrequest:\n${shown(request)}`;
    },
  }),
  law({
    name: 'safe after safe does not break',
    inputs: fc.record({ first: pairs, third: schemas, mode: modes }),
    breach({ first: { before, after }, third, mode }) {
      // Often nothing is safe by chance; a schema with more alternatives is, in one direction.
      const wider = { anyOf: [after, third] };
      const [a, b, c] = mode === 'request' ? [before, after, wider] : [wider, after, before];
      if (!levels(compare(a, b, mode)).safe || !levels(compare(b, c, mode)).safe) return undefined;
      const findings = compare(a, c, mode);
      return levels(findings).breaking ? shown(findings) : undefined;
    },
  }),
  law({
    name: 'an optional property that is new never breaks',
    inputs: fc.record({
      kept: schemas,
      fresh: schemas,
      closed: fc.constantFrom(true, false, undefined),
      mode: modes,
    }),
    breach({ kept, fresh, closed, mode }) {
      const object = (properties: Json): Json => ({
        type: 'object',
        properties,
        ...(closed === undefined ? {} : { additionalProperties: !closed }),
      });
      const findings = compare(object({ kept }), object({ kept, fresh }), mode);
      return levels(findings).breaking ? shown(findings) : undefined;
    },
  }),
  law({
    name: 'no sampled message contradicts safe',
    inputs: fc.record({ pair: pairs, mode: modes }).chain(({ pair, mode }) =>
      fc.record({
        pair: fc.constant(pair),
        mode: fc.constant(mode),
        values: fc.array(valuesOf(mode === 'request' ? pair.before : pair.after), {
          minLength: 4,
          maxLength: 12,
        }),
      }),
    ),
    breach({ pair: { before, after }, mode, values }) {
      const findings = compare(before, after, mode);
      if (!levels(findings).safe) return undefined;
      const [written, reader] = mode === 'request' ? [before, after] : [after, before];
      // A name that is declared from now on was sent by nobody who was merely told that any name is welcome (monotony).
      const named = findings.some(
        ({ id }) => id === 'schema-property-added' || id === 'schema-property-removed',
      );
      const writer = named ? withoutWelcome(written) : written;
      const [sends, takes] = [validator(writer, mode, false), validator(reader, mode, true)];
      const against = values.find(value => sends(value) === true && takes(value) === false);
      return against === undefined ? undefined : `${JSON.stringify(against)}\n${shown(findings)}`;
    },
  }),
  law({
    name: 'every break is proved, and no proof is refuted',
    inputs: fc.record({ pair: pairs, mode: modes }),
    breach({ pair: { before, after }, mode }) {
      const findings = compare(before, after, mode);
      const wrong = findings.filter(
        finding =>
          finding.because?.includes('independent validator') ||
          (finding.level === 'breaking' && !finding.proof) ||
          (finding.proof?.status === 'unproven' && finding.proof.reason.startsWith('refuted')),
      );
      return wrong.length > 0 ? shown(wrong) : undefined;
    },
  }),
];

/** The schema closed where `additionalProperties` welcomes any name with any value. */
function withoutWelcome(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (name, value: unknown) =>
    name === 'additionalProperties' && (value === true || JSON.stringify(value) === '{}') ? false : value,
  );
}
