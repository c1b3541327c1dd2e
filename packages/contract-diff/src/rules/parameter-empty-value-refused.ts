import { defineRule } from './define';

/** A query parameter that may, or may not, be sent without a value. */
function flag(allowEmptyValue?: boolean): object {
  const parameters = [{ name: 'q', in: 'query', allowEmptyValue, schema: { type: 'integer' } }];
  return { paths: { '/a': { get: { parameters, responses: {} } } } };
}

export const parameterEmptyValueRefused = defineRule({
  id: 'parameter-empty-value-refused',
  on: 'parameter',
  effect: 'narrows',
  message: "{place} parameter '{name}' may not be sent without a value any more",
  docs: {
    summary: 'allowEmptyValue was withdrawn from a query parameter',
    why: 'Consumers that send the bare name, `?q=`, were told that it is fine.',
    instead: 'Keep taking the empty value, and deprecate the parameter in favour of one with a clear value.',
  },
  examples: [{ old: flag(true), new: flag(), expect: 'breaking' }],
  mirror: { none: 'allowing it asks nothing of anybody' },
  detect({ before, after, mode }, report) {
    if (!before?.emptyAllowed || !after || after.emptyAllowed || mode !== 'request') return;
    report({ with: { place: after.place, name: after.name }, values: [after.name] });
  },
});
