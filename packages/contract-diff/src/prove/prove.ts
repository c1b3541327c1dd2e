import { HttpMessage, Proof } from '@treaty/contract-findings';
import { Draft, Root } from '../compare/findings';
import { NONE } from '../contain/instance';
import { Prover } from '../contain/prover';
import { Mode, Ref } from '../normalize/norm';
import { isNaming } from '../rules/levels';
import { Report } from '../rules/define';
import { Given, requestFor, responseFor, spell } from './message';
import { schemaFor, Work } from './schema';
import { Judge, Judgement } from './validator';

/** What making evidence needs. */
export interface Workshop {
  provers: Record<Mode, Prover>;
  judge: Judge;
}

/** The evidence for a breaking finding. */
export function prove(draft: Draft, { provers, judge }: Workshop): Proof {
  if (draft.report.unproven !== undefined) return { status: 'unproven', reason: draft.report.unproven };
  if (isNaming(draft.effect))
    return { status: 'unproven', reason: 'nothing changes on the wire; names in generated clients do' };
  return draft.fact ? proveSchema(draft, provers[draft.mode], judge) : proveStructure(draft, provers.request);
}

function proveStructure(draft: Draft, prover: Prover): Proof {
  const { before, after } = draft.operations;
  const operation = before ?? after;
  if (!operation) return { status: 'unproven', reason: 'the change is not about one operation' };
  const [subject] = draft.occurrences;
  let message: HttpMessage;
  if (subject.direction === 'response') {
    const media = draft.report.media ?? subject.media;
    const value = media !== undefined && /json/.test(media) ? {} : '…';
    message = responseFor({ status: subject.status, ...(media ? { body: { value, media } } : {}) });
  } else {
    const media = operation.body?.media.find(item => item.type === subject.media) ?? operation.body?.media[0];
    const value =
      media && draft.rule.on === 'media' ? prover.make(prover.space.norm(media.schema, 'request')) : NONE;
    message = requestFor(operation, prover, {
      credential: draft.report.credential,
      body: media && value !== NONE ? { value, media: media.type } : undefined,
    });
  }
  return {
    status: 'proved',
    message,
    acceptedBy: 'old',
    rejectedBy: 'new',
    by: 'structure',
    error: draft.message,
  };
}

function proveSchema(draft: Draft, prover: Prover, judge: Judge): Proof {
  const { mode, whole } = draft;
  if (whole?.kind !== 'value')
    return {
      status: 'unproven',
      reason: whole
        ? 'the differing part could not be put into a whole message'
        : 'no value that shows it could be made',
    };
  const { value } = whole;
  const { root } = whole.reach;
  const verdicts = {
    before: check(judge, root.schemas.before, value, mode, mode === 'response'),
    after: check(judge, root.schemas.after, value, mode, mode === 'request'),
  };
  const [writer, reader] =
    mode === 'request' ? [verdicts.before, verdicts.after] : [verdicts.after, verdicts.before];
  const unjudged = [writer, reader].find(verdict => verdict.valid === 'unknown');
  if (unjudged) return { status: 'unproven', reason: `the validator cannot judge it: ${unjudged.error}` };
  if (!writer.valid)
    return {
      status: 'unproven',
      reason: `refuted: the side that writes it does not allow it: ${writer.error}`,
    };
  const error = reader.valid ? unknownTag(draft.report) : reader.error;
  if (error === undefined)
    return { status: 'unproven', reason: 'refuted: the validator accepts the message on both sides' };
  const operation = mode === 'request' ? root.before : root.after;
  const { location, tokens } = root;
  const given: Given = { status: root.subject.status };
  if (location === 'body') {
    const media = root.subject.media ?? 'application/json';
    given.body = { value: root.carrier ? partWith(root.carrier, value) : value, media };
  } else if (root.subject.direction === 'response') given.headers = { [tokens[0]]: spell(value) };
  else given.parameters = new Map([[tokens[0], value]]);
  const message =
    root.subject.direction === 'response' ? responseFor(given) : requestFor(operation, prover, given);
  const [acceptedBy, rejectedBy] = mode === 'request' ? (['old', 'new'] as const) : (['new', 'old'] as const);
  return { status: 'proved', message, acceptedBy, rejectedBy, by: reader.valid ? 'structure' : 'ajv', error };
}

/** A part of a multipart message with one of its headers. */
function partWith({ part, header }: NonNullable<Root['carrier']>, value: unknown): unknown {
  return { [part]: { headers: { [header]: spell(value) } } };
}

/** A discriminator selects a schema, which a validator of schemas does not see. */
function unknownTag({ selects }: Report): string | undefined {
  if (!selects) return undefined;
  const known = selects.known.map(name => `'${name}'`).join(', ');
  return `the discriminator ${selects.property} knows ${known || 'no value'} there, not '${selects.value}'`;
}

function check(judge: Judge, schemas: Ref, value: unknown, mode: Mode, reads: boolean): Judgement {
  const work = new Work(schema => judge.define(schema));
  const allOf = schemas.raws.map(raw => schemaFor(raw, value, mode, reads, work)).concat(true);
  if (work.left < 0) return { valid: 'unknown', error: 'the schema is too large' };
  if (work.malformed) return { valid: 'unknown', error: `the value of '${work.malformed}' is malformed` };
  return judge.judge({ allOf }, value);
}
