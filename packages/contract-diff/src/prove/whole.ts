import { Reach, Whole } from '../compare/findings';
import { NONE } from '../contain/instance';
import { elementAt } from '../contain/properties';
import { Prover } from '../contain/prover';
import { Norm } from '../normalize/norm';

/**
 * Puts a value that shows a difference into the schemas around it, up to the root of the message. Where the schemas around
 * it take the value after all, they are asked for another one.
 */
export function wholeOf(
  found: unknown,
  reaches: readonly Reach[],
  prover: Prover,
  /** Schemas alone do not show the difference: a discriminator's value does. */
  tagged: boolean,
): Whole {
  let best: Whole | undefined;
  for (const reach of reaches) {
    const whole = raise(found, reach, prover, tagged);
    if (whole.kind === 'value') return whole;
    if (!best || best.kind === 'harmless') best = whole;
  }
  return best ?? { kind: 'unbuilt' };
}

function raise(found: unknown, reach: Reach, prover: Prover, tagged: boolean): Whole {
  const { root, path } = reach;
  const request = prover.mode === 'request';
  const pairs = [root.pair, ...path.map(step => step.pair)];
  let value = found;
  for (let i = path.length - 1; i >= 0; i--) {
    const { before, after } = pairs[i];
    const [writer, reader] = request ? [before, after] : [after, before];
    value = wrapped(value, path[i].step, writer, prover);
    const refused = tagged || prover.takes(reader, value) !== true;
    if (value !== NONE && prover.admits(writer, value) !== false && refused) continue;
    if (tagged) return { kind: 'unbuilt' };
    const whole = prover.contained(writer, reader);
    if (whole.answer === 'yes') return { kind: 'harmless' };
    if (whole.answer === 'unknown')
      return value === NONE ? { kind: 'unbuilt' } : { kind: 'unclear', why: whole.why };
    value = whole.value;
  }
  return { kind: 'value', value, reach };
}

function wrapped(value: unknown, step: Reach['path'][number]['step'], writer: Norm, prover: Prover): unknown {
  switch (step.kind) {
    case 'branch':
      return value;
    case 'item': {
      const lead = Array.from({ length: step.index }, (_, at) => {
        const ref = elementAt(prover.space, writer, at) ?? prover.space.any;
        return prover.make(prover.space.norm(ref, prover.mode));
      });
      return prover.make(writer, { items: [...lead, value] });
    }
    default:
      return prover.make(writer, { members: new Map([[step.name, value]]) });
  }
}
