import { Problem } from '../../problem';
import { FormatOptions } from '../format';
import { visible } from '../words';
import { wrap } from './layout';

/** Problems with their place and the next step, errors first. Empty when there are none. */
export function renderProblems(problems: readonly Problem[], { paint, width }: FormatOptions): string[] {
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  return sorted.flatMap(problem => {
    const where = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column]
      .filter(part => part !== undefined)
      .join(':');
    const mark = problem.severity === 'error' ? paint.red('✖') : paint.yellow('▲');
    const at = where || problem.pointer ? [`  ${paint.dim(visible(where || problem.pointer || ''))}`] : [];
    const [first, ...rest] = wrap(visible(problem.message), '  ', width);
    return [
      '',
      `${mark} ${first.trimStart()}`,
      ...rest,
      ...at,
      ...wrap(`next: ${visible(problem.next)}`, '    ', width),
    ];
  });
}
