import { address, entityRef, line } from './shared';

/** `spec.integration` of a component of type `integration`: who moves what from where to where, and what if it fails. */
export const integrationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['pattern', 'trigger', 'source', 'target'],
  properties: {
    pattern: { enum: ['direct', 'ipaas', 'event-driven', 'gateway', 'custom-service'] },
    trigger: { enum: ['request', 'event', 'schedule', 'manual-export', 'workflow'] },
    source: entityRef('system'),
    target: entityRef('system'),
    entities: { type: 'array', uniqueItems: true, items: entityRef('resource') },
    criticality: { enum: ['critical', 'high', 'medium', 'low'] },
    changeFrequency: { enum: ['weekly', 'monthly', 'quarterly', 'yearly'] },
    auth: {
      type: 'object',
      additionalProperties: false,
      properties: {
        method: line,
        secretStore: line,
        rotationDays: { type: 'integer', minimum: 0 },
        scopes: { type: 'array', items: line },
      },
    },
    rateLimit: line,
    uptimeAssumption: {
      type: 'string',
      pattern: '^\\d{1,3}(\\.\\d+)?$',
      'x-expected': 'a percentage such as "99.9"',
    },
    observability: {
      type: 'object',
      additionalProperties: false,
      properties: { logs: address, alerts: address, traceIds: line },
    },
    failure: {
      type: 'object',
      additionalProperties: false,
      properties: {
        slow: line,
        unavailable: line,
        partial: line,
        retries: {
          type: 'object',
          additionalProperties: false,
          properties: { idempotent: { type: 'boolean' }, key: line, max: { type: 'integer', minimum: 0 } },
        },
      },
    },
    knownFailures: { type: 'array', items: line },
    metric: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: line,
        baseline: { type: ['string', 'number'] },
        target: { type: ['string', 'number'] },
        source: { type: 'string' },
      },
    },
    retires: line,
  },
} as const;
