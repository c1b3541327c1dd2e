import { defineRule } from './define';
import { lostModels, using } from './models';

export const modelRemoved = defineRule({
  id: 'model-removed',
  on: 'document',
  effect: 'renames',
  message: "model '{name}' was removed",
  docs: {
    summary: 'A component schema is gone',
    why: 'What changed on the wire is told by other findings; generated clients lose the type. Breaking where the compatibility scope is `sdk`.',
    instead: 'Keep the schema until nobody uses the type.',
  },
  examples: [{ old: using('Pet'), new: using(undefined), expect: 'safe' }],
  mirror: { none: 'a model that is new takes no name away' },
  detect({ before, after }, report) {
    for (const { name, twin } of lostModels(before, after))
      if (twin === undefined) report({ with: { name }, values: [name], location: 'document', cause: name });
  },
});
