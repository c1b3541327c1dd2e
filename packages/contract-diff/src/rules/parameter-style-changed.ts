import { defineRule } from './define';
import { spelledBoth } from '../model/spelling';
import { allowsReserved, stylesDiffer } from '../model/style';

export const parameterStyleChanged = defineRule({
  id: 'parameter-style-changed',
  on: 'parameter',
  effect: 'breaks',
  message: "{place} parameter '{name}' is written differently: {old} became {new}",
  docs: {
    summary: 'Arrays or objects are spelled differently on the wire',
    why: 'Readers take the old spelling apart wrongly.',
    instead: 'Keep the style.',
  },
  examples: [
    {
      old: {
        paths: {
          '/a': {
            get: {
              parameters: [{ name: 'q', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
              responses: {},
            },
          },
        },
      },
      new: {
        paths: {
          '/a': {
            get: {
              parameters: [
                {
                  name: 'q',
                  in: 'query',
                  explode: false,
                  schema: { type: 'array', items: { type: 'string' } },
                },
              ],
              responses: {},
            },
          },
        },
      },
      expect: 'breaking',
    },
  ],
  mirror: { none: 'a change of spelling is its own opposite' },
  detect({ before, after, shape }, report) {
    if (!before || !after) return;
    const [old, now] = spelledBoth([before.style, after.style], after.name, after.place, shape);
    const what = {
      with: { place: after.place, name: after.name, old, new: now },
      values: [after.name],
    };
    if (stylesDiffer(before.style, after.style, shape)) {
      // Old tools spell the default of one version where another has it implied; nobody decided to change it.
      report({ ...what, effect: before.implicit && after.implicit ? 'alters' : 'breaks' });
    } else if (allowsReserved(before.style) !== allowsReserved(after.style)) {
      report({ ...what, effect: allowsReserved(after.style) ? 'widens' : 'narrows' });
    }
  },
});
