import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { VERSION } from '../version';

const ROOT = path.resolve(__dirname, '../../../..');
const LAUNCHER = path.join(ROOT, 'packages/cli/bin/treaty.cjs');
const pages = ['docs/waivers.md', ...readdirSync(path.join(ROOT, 'docs/ci')).map(name => `docs/ci/${name}`)];

function blocks(page: string): Array<{ language: string; text: string }> {
  const source = readFileSync(path.join(ROOT, page), 'utf8');
  return [...source.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language,
    text,
  }));
}

describe('pages that are copied as they are', () => {
  const helps = new Map<string, string>();
  const help = (command: string) => {
    const known =
      helps.get(command) ??
      spawnSync(process.execPath, [LAUNCHER, command, '--help'], { encoding: 'utf8' }).stdout;
    helps.set(command, known);
    return known;
  };

  it.each(pages)(
    '%s names commands, options and a version that exist',
    page => {
      const lines = blocks(page).flatMap(block => block.text.split('\n'));
      for (const line of lines) {
        const [, version, command, rest] =
          /(?:@treaty\/cli@(\S+)|(?:^|\s)treaty) (check|waive|baseline|init|doctor|lint|diff)\b(.*)/.exec(
            line,
          ) ?? [];
        for (const option of (rest ?? '').match(/(?<=\s)--[a-z-]+/g) ?? [])
          expect(help(command)).toContain(option);
        expect(version ?? VERSION).toBe(VERSION);
      }
    },
    60_000,
  );

  it.each(pages)('%s has YAML that can be read', page => {
    for (const { text } of blocks(page).filter(block => block.language === 'yaml'))
      expect(loadAll(text)).toHaveLength(1);
  });

  it('and action.yml installs this version', () => {
    expect(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')).toContain(`default: '${VERSION}'`);
  });
});
