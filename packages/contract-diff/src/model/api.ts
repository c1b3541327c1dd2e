import { readPathItem } from './operation';
import { own, plainText } from './reader';
import { DocumentSide } from './side';
import { Api, Operation } from './types';
import { Unchanged } from './unchanged';

/** The whole contract as operations, but for those that need not be compared. Schemas are not looked into yet. */
export function readApi(side: DocumentSide, skipped: Unchanged): Api {
  const { reader } = side;
  const { root } = reader;
  const operations = new Map<string, Operation>();
  for (const [template, item] of reader.entries(reader.child(root, 'paths'))) {
    if (!template.startsWith('/') || skipped.paths.has(template)) continue;
    for (const operation of readPathItem(side, item, { template, prefix: '', inverted: false, depth: 0 })) {
      // Two templates that differ only in names are not allowed; the later one keeps its own key so it is still seen.
      const key = operations.has(operation.key) ? `${operation.key} ${template}` : operation.key;
      operations.set(key, operation);
    }
  }
  const webhooks = new Map<string, Operation>();
  for (const holder of ['webhooks', 'x-webhooks']) {
    for (const [name, entry] of reader.entries(reader.child(root, holder))) {
      if (skipped.webhooks.has(name)) continue;
      for (const operation of readPathItem(side, entry, {
        template: '',
        prefix: `webhook ${name}: `,
        inverted: true,
        depth: 0,
      })) {
        webhooks.set(`${name} ${operation.method}`, operation);
      }
    }
  }
  const info = reader.child(root, 'info');
  const text = (key: string): string | undefined => {
    const value = own(info.value, key);
    return typeof value === 'string' ? value : undefined;
  };
  const at = side.dialect === '2.0' ? ['definitions'] : ['components', 'schemas'];
  const models = new Map<string, () => number>();
  for (const [name, node] of reader.entries(reader.child(root, ...at)))
    models.set(name, () => side.schema(node).key);
  return {
    specification: plainText(own(root.value, 'openapi') ?? own(root.value, 'swagger') ?? ''),
    title: text('title'),
    version: text('version'),
    operations,
    webhooks,
    models,
    info,
  };
}
