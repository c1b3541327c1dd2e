import { childNode, own, placeKey } from '../model/place';
import { defineLintRule, exampleDocument } from '../rule';

const NAME =
  /^(api[-_]?key|access[-_]?token|auth[-_]?token|id[-_]?token|refresh[-_]?token|client[-_]?secret|password|passwd|secret|bearer|jwt)$/i;
const get = (parameter: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  exampleDocument(
    {
      '/orders': {
        get: {
          operationId: 'listOrders',
          parameters: [{ schema: { type: 'string' }, ...parameter }],
          responses: { '204': { description: 'Empty.' } },
        },
      },
    },
    rest,
  );

export const credentialsInParameters = defineLintRule({
  id: 'credentials-in-parameters',
  ruleset: 'security',
  severity: 'error',
  summary: 'No credential travels in a path or a query.',
  why: 'Addresses are written to logs, histories and referrers of every machine on the way. A credential there is a credential given away.',
  instead: 'Use a security scheme that sends it in a header: `http` with `bearer`, or `apiKey` in a header.',
  examples: {
    bad: [
      { title: 'token in the query', document: get({ name: 'access_token', in: 'query' }) },
      {
        title: 'scheme in the query',
        document: exampleDocument(
          {},
          { components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'key' } } } },
        ),
      },
    ],
    good: [{ title: 'an ordinary filter', document: get({ name: 'status', in: 'query' }) }],
  },
  check({ api }, report) {
    const seen = new Set<string>();
    for (const operation of api.operations) {
      for (const parameter of operation.parameters) {
        if ((parameter.in !== 'query' && parameter.in !== 'path') || seen.has(placeKey(parameter.place)))
          continue;
        seen.add(placeKey(parameter.place));
        if (NAME.test(parameter.name))
          report.fail(
            parameter,
            `${parameter.in} parameter '${parameter.name}' carries a credential in the address`,
          );
        else report.pass();
      }
    }
    for (const [name, scheme] of api.securitySchemes) {
      if (own(scheme.value, 'type') !== 'apiKey') continue;
      if (own(scheme.value, 'in') === 'query')
        report.fail(
          childNode(scheme, ['in'], { at: 'security' }),
          `the scheme '${name}' sends its key in the query`,
        );
      else report.pass();
    }
  },
});
