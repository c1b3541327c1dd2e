import { visible } from '../words';

/** Text of others inside Markdown: no markup, no mentions, no table breaks. */
export function md(text: string): string {
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b');
}

/** Inline code that survives backticks and table cells. */
export function code(text: string): string {
  const flat = visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(found => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

/** A code block whose fence is longer than any in the text. */
export function block(text: string, language = ''): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(found => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...visible(text).split('\n'), fence];
}
