import { childNode } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const answer = { responses: { '204': { description: 'Empty.' } } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

export const pathParametersDeclared = defineLintRule({
  id: 'path-parameters-declared',
  ruleset: 'contract',
  severity: 'error',
  summary:
    'Every {name} in a path is declared as a required path parameter, and every path parameter stands in its path.',
  why: 'An undeclared segment has no type, so a change of it cannot be seen; a declared one that is not in the path can never be sent.',
  instead:
    'Declare the parameter with `in: path`, `required: true` and a schema, at the path when all its operations share it.',
  examples: {
    bad: [
      {
        title: 'nothing declared',
        document: exampleDocument({ '/orders/{id}': { get: { operationId: 'getOrder', ...answer } } }),
      },
      {
        title: 'not in the path',
        document: exampleDocument({
          '/orders': { get: { operationId: 'getOrder', parameters: [id], ...answer } },
        }),
      },
      {
        title: 'not required',
        document: exampleDocument({
          '/orders/{id}': {
            get: { operationId: 'getOrder', parameters: [{ ...id, required: false }], ...answer },
          },
        }),
      },
    ],
    good: [
      {
        title: 'declared',
        document: exampleDocument({
          '/orders/{id}': { parameters: [id], get: { operationId: 'getOrder', ...answer } },
        }),
      },
    ],
  },
  check({ api }, report) {
    for (const operation of api.served) {
      const names = new Set(
        [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(match => match[1].replace(/[*+]$/, '')),
      );
      const declared = operation.parameters.filter(parameter => parameter.in === 'path');
      for (const name of names) {
        const parameter = declared.find(candidate => candidate.name === name);
        if (!parameter)
          report.fail(operation, `'{${name}}' in '${operation.path}' is not declared as a path parameter`);
        else if (parameter.value.required !== true)
          report.fail(
            childNode(parameter, ['required']),
            `path parameter '${name}' must be 'required: true'`,
          );
        else report.pass();
      }
      for (const parameter of declared) {
        if (!names.has(parameter.name))
          report.fail(parameter, `path parameter '${parameter.name}' is not in '${operation.path}'`);
      }
    }
  },
});
