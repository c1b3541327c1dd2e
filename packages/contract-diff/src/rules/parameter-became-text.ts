import { defineRule } from './define';

/** A query parameter of one type. */
function typed(type: string): object {
  const parameters = [{ name: 'q', in: 'query', schema: { type } }];
  return { paths: { '/a': { get: { parameters, responses: {} } } } };
}

export const parameterBecameText = defineRule({
  id: 'parameter-became-text',
  on: 'parameter',
  effect: 'adds',
  message: "{place} parameter '{name}' takes any text now",
  docs: {
    summary: 'A number or boolean parameter became a string without conditions',
    why: 'A parameter has no type on the wire: whatever could be sent before is text, and every text is taken now.',
    instead: 'Nothing; generated clients get another type.',
  },
  examples: [{ old: typed('integer'), new: typed('string'), expect: 'safe' }],
  mirror: {
    none: 'the other way round is a type that was removed, and its counterexample is a text that is no number',
  },
  detect({ after, text }, report) {
    if (after && text) report({ with: { place: after.place, name: after.name }, values: [after.name] });
  },
});
