import { defineRule } from './define';
import { lostModels, using } from './models';

export const modelRenamed = defineRule({
  id: 'model-renamed',
  on: 'document',
  effect: 'renames',
  message: "model '{name}' is now called '{twin}'",
  docs: {
    summary: 'A component schema has another name',
    why: 'Nothing changes on the wire; generated clients lose the type. Breaking where the compatibility scope is `sdk`.',
    instead: 'Keep the name, or keep the old name beside the new one.',
  },
  examples: [{ old: using('Pet'), new: using('Animal'), expect: 'safe' }],
  mirror: { none: 'a model that is new takes no name away' },
  detect({ before, after }, report) {
    for (const { name, twin } of lostModels(before, after))
      if (twin !== undefined)
        report({ with: { name, twin }, values: [name], location: 'document', cause: name });
  },
});
