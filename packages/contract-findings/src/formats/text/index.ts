import { Format } from '../format';
import { renderCheck } from './check';
import { renderDiff } from './diff';
import { renderLint } from './lint';

/** For people at a terminal. */
export const text: Format = {
  id: 'text',
  summary: 'for people (default)',
  render(any, options) {
    const lines =
      any.kind === 'diff'
        ? renderDiff(any.report, options)
        : any.kind === 'lint'
          ? renderLint(any.report, options)
          : renderCheck(any.report, options);
    return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
  },
};
