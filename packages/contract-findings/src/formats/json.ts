import { Format } from './format';

/** Characters that JSON allows as they are and that can hide or reorder text on a screen. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The report as it is, for programs. Schemas are published in `docs/schema/`. */
export const json: Format = {
  id: 'json',
  extension: 'json',
  summary: 'for programs; see docs/schema/',
  render: any => `${JSON.stringify(any.report, null, 2).replace(UNSEEN, escaped)}\n`,
};

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
