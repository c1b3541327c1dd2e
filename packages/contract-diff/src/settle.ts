import { NONE } from './contain/instance';
import {
  DiffFinding,
  fingerprint,
  Level,
  parseSunset,
  SourceLocation,
  subjectKey,
  sunsetPassed,
} from '@treaty/contract-findings';
import { Draft, Whole } from './compare/findings';
import { Loc } from './model/reader';
import { sortedSubjects } from './occurrences';
import { DiffOptions } from './options';
import { prove, Workshop } from './prove/prove';
import { wholeOf } from './prove/whole';
import { levelOf } from './rules/levels';

/** Settles the level of a draft, with its reason and its evidence. */
export function settle(draft: Draft, workshop: Workshop, options: DiffOptions): DiffFinding {
  const { fact, report, rule } = draft;
  const occurrences = sortedSubjects(draft.occurrences);
  const level = (effect: Draft['effect']): Level =>
    levelOf(effect, draft.mode, options.policy ?? 'standard', options.scope ?? 'wire');
  let settled = level(draft.effect);
  let because = report.because;
  if (settled === 'breaking' && fact?.harmless) [settled, because] = ['safe', fact.harmless];
  else if (settled === 'breaking' && fact?.unclear)
    [settled, because] = [level('unclear'), `cannot tell: ${fact.unclear}`];
  let whole: Whole | undefined;
  if (settled === 'breaking' && fact?.value) {
    whole = wholeOf(
      fact.value.found,
      draft.reaches ?? [],
      workshop.provers[draft.mode],
      report.selects !== undefined,
    );
    if (whole.kind === 'harmless' && (draft.reaches?.length ?? 0) < draft.occurrences.length)
      whole = { kind: 'unclear', why: 'the alternatives around it take it in some messages' };
    if (whole.kind === 'harmless')
      [settled, because] = ['safe', 'the alternatives around it take every value'];
    else if (whole.kind === 'unclear') [settled, because] = [level('unclear'), `cannot tell: ${whole.why}`];
    else if (whole.kind === 'unbuilt' && !writable(draft, workshop))
      [settled, because] = [
        level('unclear'),
        'cannot tell: no message of the side that writes it could be made',
      ];
  }
  const end = report.ending;
  if (end?.deprecated && end.sunset !== undefined && settled !== 'safe') {
    const sunset = parseSunset(end.sunset);
    if (options.now && sunsetPassed(sunset, options.now))
      [settled, because] = ['safe', `it was deprecated and its sunset ${sunset.text} has passed`];
    else
      because =
        sunset.kind === 'date' ? `it was deprecated, but its sunset ${sunset.text} has not passed` : because;
  }
  const unclear = because?.startsWith('cannot tell: ') === true;
  const finding: DiffFinding = {
    id: rule.id,
    level: settled,
    message: draft.message,
    fingerprint: '',
    occurrences,
    source: { ...place('old', draft.places.before), ...place('new', draft.places.after) },
    instead: insteadOf(draft, unclear),
  };
  if (report.values) finding.values = report.values;
  let proof = settled === 'breaking' ? prove({ ...draft, occurrences, whole }, workshop) : undefined;
  if (proof?.status === 'unproven' && proof.reason.startsWith('refuted')) {
    // The whole message is judged otherwise than its part: alternatives around it take the value.
    finding.level = level('unclear');
    because = `cannot tell: the independent validator does not confirm it: ${proof.reason.replace('refuted: ', '')}`;
    finding.instead = insteadOf(draft, true);
    if (finding.level !== 'breaking') proof = undefined;
  }
  const override = options.levels?.[rule.id];
  if (override && override !== finding.level && finding.level !== 'safe') {
    because = `the configuration sets ${rule.id} to ${override}`;
    finding.level = override;
    proof =
      override === 'breaking' ? (proof ?? prove({ ...draft, occurrences, whole }, workshop)) : undefined;
  }
  if (because !== undefined) finding.because = because;
  if (proof) finding.proof = proof;
  finding.fingerprint = fingerprint([
    rule.id,
    subjectKey(occurrences[0]),
    ...(report.values ?? []),
    draft.mode,
  ]);
  return finding;
}

/** What to do: about what could not be decided, about what is on its way out already, or what the rule says. */
function insteadOf({ report, rule, mode }: Draft, unclear: boolean): string {
  if (unclear)
    return mode === 'request'
      ? 'Look at both versions by hand: is everything that could be sent before still accepted?'
      : 'Look at both versions by hand: was everything that may come now possible before?';
  if (!report.ending?.deprecated || !rule.docs.instead.startsWith('Deprecate it')) return rule.docs.instead;
  const sunset = parseSunset(report.ending.sunset);
  return sunset.kind === 'date'
    ? `Wait for its sunset ${sunset.text}, and remove it then.`
    : 'It is deprecated without a readable sunset date: set one, and keep it until then.';
}

function place(side: 'old' | 'new', loc: Loc | undefined): { old?: SourceLocation; new?: SourceLocation } {
  return loc ? { [side]: { file: loc.file, pointer: loc.pointer } } : {};
}

/** Whether the side that writes the messages can write any: a schema may demand itself without end, or contradict itself. */
function writable(draft: Draft, { provers }: Workshop): boolean {
  const side = draft.mode === 'request' ? 'before' : 'after';
  return (draft.reaches ?? []).some(({ root }) => provers[draft.mode].make(root.pair[side]) !== NONE);
}
