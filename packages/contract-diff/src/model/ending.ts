import { isObject, own } from './reader';
import { Ending } from './types';

/** Deprecation and sunset of anything that can carry them, in the vocabularies that are in use. */
export function endingOf(value: unknown): Ending {
  const github = own(value, 'x-github');
  const microsoft = own(value, 'x-ms-deprecation');
  const sunset =
    own(value, 'x-sunset') ??
    (isObject(github) ? github.removalDate : undefined) ??
    (isObject(microsoft) ? microsoft.removalDate : undefined);
  const replacement = own(value, 'x-replaced-by');
  const out: Ending = { deprecated: own(value, 'deprecated') === true || isObject(microsoft) };
  if (sunset !== undefined) out.sunset = sunset;
  if (typeof replacement === 'string') out.replacedBy = replacement;
  return out;
}
