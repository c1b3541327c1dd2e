import { visible } from '../words';

/** Text of others inside HTML: no markup, no way out of an attribute. */
export function h(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** The same as code. */
export function code(text: string): string {
  return `<code>${h(text)}</code>`;
}
