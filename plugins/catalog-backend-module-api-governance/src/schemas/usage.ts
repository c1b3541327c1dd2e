/**
 * `spec.usage` of a component, when it was embedded as a value: enough to tell a manifest from something else. What it
 * says is read by the ingestion, which knows the contracts it speaks of. A manifest embedded as text passes as it is.
 */
export const usageSchema = {
  type: ['object', 'string'],
  required: ['apiVersion', 'consumer', 'uses'],
  properties: {
    apiVersion: { const: 'treaty/v1' },
    consumer: { type: 'string', minLength: 1 },
    uses: {
      type: 'array',
      items: { type: 'object', required: ['api'], properties: { api: { type: 'string', minLength: 1 } } },
    },
  },
} as const;
