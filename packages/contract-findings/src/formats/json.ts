import { Format } from './format';

/** The report as it is, for programs. Schemas are published in `docs/schema/`. */
export const json: Format = {
  id: 'json',
  summary: 'for programs; see docs/schema/',
  render: any => `${JSON.stringify(any.report, null, 2)}\n`,
};
