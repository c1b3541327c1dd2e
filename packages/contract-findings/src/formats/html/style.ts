/** Readable in both themes and on paper; nothing is fetched. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --dim: #5b6570; --line: #d9dee3; --paper: #fff; --soft: #f4f6f8;
  --red: #b3261e; --amber: #8a5300; --green: #14683a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --dim: #a7b0b9; --line: #3a424a; --paper: #16191d; --soft: #20252b;
  --red: #ff8a80; --amber: #ffc46b; --green: #7bd8a0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
h3 { font-size: 1rem; margin: 0; } p { margin: .35rem 0; } .dim { color: var(--dim); font-size: .9rem; }
article { border: 1px solid var(--line); border-left: .3rem solid var(--line); border-radius: .4rem; padding: .9rem 1rem; margin: 1rem 0; }
article.breaking, article.error { border-left-color: var(--red); } article.dangerous, article.warn, article.warning { border-left-color: var(--amber); }
article.safe, article.accepted { border-left-color: var(--green); }
.badge { font-weight: 600; } .breaking > h3 .badge, .error > h3 .badge, .blocked, .unusable, .breaks { color: var(--red); }
.dangerous > h3 .badge, .warn > h3 .badge, .warning > h3 .badge, .cannot-decide, .may-break { color: var(--amber); } .safe > h3 .badge, .passed { color: var(--green); }
code, pre { font: .875rem/1.5 ui-monospace, monospace; background: var(--soft); border-radius: .25rem; } code { padding: .1rem .3rem; }
pre { padding: .75rem; overflow-x: auto; white-space: pre-wrap; } ul { margin: .35rem 0; padding-left: 1.2rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .925rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
`.trim();
