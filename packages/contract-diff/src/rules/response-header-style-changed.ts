import { spelledBoth } from '../model/spelling';
import { stylesDiffer } from '../model/style';
import { defineRule } from './define';

/** An operation that answers with an object in a header. */
function answering(explode: boolean): object {
  const schema = { type: 'object', properties: { limit: { type: 'integer' }, left: { type: 'integer' } } };
  return {
    paths: { '/a': { get: { responses: { 200: { headers: { 'X-Rate': { explode, schema } } } } } } },
  };
}

export const responseHeaderStyleChanged = defineRule({
  id: 'response-header-style-changed',
  on: 'header',
  effect: 'breaks',
  message: "response header '{name}' is written differently: {old} became {new}",
  docs: {
    summary: 'A value in a response header is spelled differently on the wire',
    why: 'Readers take the old spelling apart wrongly. Lists look the same with and without `explode` there, objects do not.',
    instead: 'Keep the style, or send the new spelling in another header.',
  },
  examples: [{ old: answering(false), new: answering(true), expect: 'breaking' }],
  mirror: { none: 'a change of spelling is its own opposite' },
  detect({ before, after, shape }, report) {
    if (!before || !after || !stylesDiffer(before.style, after.style, shape)) return;
    const [old, now] = spelledBoth([before.style, after.style], after.name, 'header', shape);
    report({ with: { name: after.name, old, new: now }, values: [after.name] });
  },
});
