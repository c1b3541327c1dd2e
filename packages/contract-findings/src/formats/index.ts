import { Format } from './format';
import { github } from './github';
import { gitlab } from './gitlab';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { sarif } from './sarif';
import { text } from './text';

export * from './format';
export { acceptedCount } from './summaries';
export { count, grouped, shortRef } from './words';

/** Every output format, in the order the help shows them. */
export const FORMATS: readonly Format[] = [text, json, markdown, html, sarif, junit, github, gitlab];
