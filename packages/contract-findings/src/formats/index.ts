import { Format } from './format';
import { json } from './json';
import { markdown } from './markdown';
import { text } from './text';

export * from './format';
export { count, shortRef } from './words';

/** Every output format, in the order the help shows them. */
export const FORMATS: readonly Format[] = [text, json, markdown];
