import { ApiCheck, CheckReport, DiffReport, LintRunReport } from '../../report';
import { AnyReport, Format, FormatOptions } from '../format';
import { diffSummary, severitySummary, STATUS_WORDS } from '../summaries';
import { consumerSummary, count, evidenceSummary, shortRef, versions } from '../words';
import { h } from './escape';
import { changeArticle, lintTable, problemArticles } from './finding';
import { STYLE } from './style';

/** One file that can be mailed, kept, and read in ten years: no script, no font, no address. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  summary: 'one file for a browser, without scripts',
  render(any, options) {
    const { title, lines } = page(any, options);
    return `${[
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
      `<title>${h(title)}</title>`,
      `<style>${STYLE}</style>`,
      '</head>',
      '<body>',
      '<main>',
      ...lines.filter(line => line !== ''),
      '</main>',
      '</body>',
      '</html>',
    ].join('\n')}\n`;
  },
};

function page(any: AnyReport, options: FormatOptions): { title: string; lines: string[] } {
  switch (any.kind) {
    case 'diff':
      return diff(any.report, options);
    case 'lint':
      return lint(any.report);
    default:
      return check(any.report, options);
  }
}

function diff(report: DiffReport, options: FormatOptions) {
  const title = `${report.new.title ?? report.old.title ?? report.new.file} ${versions(report.old, report.new)}`;
  return {
    title,
    lines: [
      `<h1>${h(title)}</h1>`,
      `<p>${h(diffSummary(report))}</p>`,
      problemArticles(report.problems),
      ...report.findings.map(finding => changeArticle(finding, undefined, options)),
    ],
  };
}

function lint(run: LintRunReport) {
  const title = `Lint: ${severitySummary(run.summary)} in ${count(run.summary.documents, 'document')}`;
  return {
    title,
    lines: [
      `<h1>${h(title)}</h1>`,
      problemArticles(run.problems),
      ...run.reports.flatMap(report => [
        `<h2>${h(report.document.file)}</h2>`,
        problemArticles(report.problems),
        lintTable(report.findings) || '<p>Nothing to report.</p>',
      ]),
    ],
  };
}

function check(report: CheckReport, options: FormatOptions) {
  const title = `Contract check: ${STATUS_WORDS[report.status]}`;
  return {
    title,
    lines: [
      `<h1>Contract check: <span class="${report.status}">${STATUS_WORDS[report.status]}</span></h1>`,
      `<p class="dim">Base: ${h(report.base)} · ${count(report.seen, 'API')} seen, ${report.apis.length} judged · fails on ${report.failOn}</p>`,
      report.apis.length === 0 ? '<p>No API changed.</p>' : '',
      ...report.apis.flatMap(api => apiLines(api, options)),
      problemArticles(report.problems),
    ],
  };
}

function apiLines(api: ApiCheck, options: FormatOptions): string[] {
  const findings = (api.diff?.findings ?? []).filter(
    one => one.level !== 'safe' || one.because !== undefined,
  );
  const quiet = (api.diff?.findings.length ?? 0) - findings.length;
  const evidence = evidenceSummary(api, options.now);
  const told = api.change === 'added' ? 'new API, nothing to compare' : 'not compared';
  const tail = [
    ...(evidence ? [evidence] : []),
    ...(quiet > 0 ? [`${count(quiet, 'safe change')} not listed`] : []),
    ...(api.lintKnown > 0 ? [`${count(api.lintKnown, 'lint finding')} of the base not listed`] : []),
    ...(api.notes ?? []),
  ];
  return [
    `<h2>${h(shortRef(api.api))} ${h(versions(api.diff?.old, api.diff?.new ?? api.lint?.document))}: <span class="${api.status}">${STATUS_WORDS[api.status]}</span></h2>`,
    `<p>${h(api.diff ? diffSummary(api.diff) : told)} · ${h(consumerSummary(api))}</p>`,
    ...api.reasons.map(reason => `<p><strong>${h(reason)}</strong></p>`),
    ...findings.map(finding => changeArticle(finding, api.impacts[finding.fingerprint], options)),
    lintTable(api.lint?.findings ?? []),
    problemArticles(api.problems),
    ...tail.map(line => `<p class="dim">${h(line)}</p>`),
  ];
}
