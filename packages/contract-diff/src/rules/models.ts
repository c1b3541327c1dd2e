import { Api } from '../model/types';

/** Component schemas whose name is gone, each with the new name of the same schema if there is one. */
export function lostModels(before: Api, after: Api): Array<{ name: string; twin: string | undefined }> {
  const fresh = [...after.models].filter(([name]) => !before.models.has(name));
  return [...before.models]
    .filter(([name]) => !after.models.has(name))
    .map(([name, key]) => ({ name, twin: fresh.find(([, other]) => other() === key())?.[0] }));
}

/** A document that answers with a model of this name, or says the same without one. */
export function using(name: string | undefined): object {
  const model = { type: 'object', properties: { a: { type: 'string' } } };
  const schema = name === undefined ? model : { $ref: `#/components/schemas/${name}` };
  return {
    paths: { '/a': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
    ...(name === undefined ? {} : { components: { schemas: { [name]: model } } }),
  };
}
