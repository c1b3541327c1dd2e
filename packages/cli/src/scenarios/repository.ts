import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Content by path; `null` removes the file. */
export type Files = Record<string, string | null>;

/** A real git repository in a temporary folder. */
export class Repository {
  readonly folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'treaty scenario ')));

  constructor(files: Files, options: { git?: boolean } = {}) {
    this.write(files);
    if (options.git === false) return;
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('publish');
  }

  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      if (content === null) rmSync(file);
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }

  git(...args: string[]): void {
    const identity = [
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
      '-c',
      'commit.gpgsign=false',
    ];
    const date = '2026-11-01T00:00:00Z';
    execFileSync('git', ['-C', this.folder, ...identity, ...args], {
      stdio: 'pipe',
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
