import { calendarDate, entityRef } from './shared';

/** `spec.deprecation` of an API: the whole line goes away. */
export const deprecationSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    deprecatedOn: calendarDate,
    sunsetOn: calendarDate,
    successor: entityRef('api'),
    guide: { type: 'string', format: 'uri' },
  },
} as const;
