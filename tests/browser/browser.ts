import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import fs from 'fs';

/** Address of the running portal; the test command sets it. */
export const url = required('TREATY_URL');

const arguments_ = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage',
];

/** A browser and the requests it made to any host but the portal's, which must stay empty. */
export interface Session {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Addresses outside the portal that a page asked for. */
  outside: string[];
  /** Uncaught errors of the pages. */
  crashes: string[];
}

export async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<Session> {
  const browser = await chromium.launch({ executablePath: required('CHROME_PATH'), args: arguments_ });
  const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  const outside: string[] = [];
  const crashes: string[] = [];
  page.on('request', request => {
    const asked = request.url();
    if (!asked.startsWith(url) && !/^(data|blob|about):/.test(asked)) outside.push(asked);
  });
  page.on('pageerror', error => crashes.push(error.message));
  return { browser, context, page, outside, crashes };
}

/**
 * Findings that are known and not yet mended; remove a line when its cause is gone.
 * - `@backstage/ui` 0.18 points the aria-controls of a Tab that is a link at a panel that it does not draw.
 */
const KNOWN: Array<{ id: string; html: RegExp }> = [
  { id: 'aria-valid-attr-value', html: /bui-Tab/ },
];

/** Runs axe on the page as it is and returns the findings that a user of assistive technology cannot work around. */
export async function seriousAccessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Array<{ id: string; impact: string; nodes: Array<{ html: string; failureSummary: string }> }> }> };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
      .flatMap(violation => violation.nodes.map(node => ({ id: violation.id, html: node.html.slice(0, 200), summary: node.failureSummary.slice(0, 300) })));
  });
  return found
    .filter(one => !KNOWN.some(known => known.id === one.id && known.html.test(one.html)))
    .map(one => `${one.id}: ${one.html} ${one.summary}`);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the browser tests with: npm run test:browser`);
  return value;
}
