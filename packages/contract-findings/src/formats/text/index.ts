import { AnyReport, Format, FormatOptions } from '../format';
import { renderCheck } from './check';
import { renderDiff } from './diff';
import { renderLint } from './lint';

function renderAny(any: AnyReport, options: FormatOptions): string[] {
  switch (any.kind) {
    case 'diff':
      return renderDiff(any.report, options);
    case 'lint':
      return renderLint(any.report, options);
    default:
      return renderCheck(any.report, options);
  }
}

/** For people at a terminal. */
export const text: Format = {
  id: 'text',
  extension: 'txt',
  summary: 'for people (default)',
  render(any, options) {
    return `${renderAny(any, options)
      .map(line => line.trimEnd())
      .join('\n')}\n`;
  },
};
