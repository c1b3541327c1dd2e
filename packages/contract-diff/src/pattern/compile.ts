/** Patterns that are slow on purpose must not be run: only short values are tested, and only plain patterns. */
export function matches(pattern: string, value: string): boolean | undefined {
  if (value.length > 200 || /\([^)]*[+*][^)]*\)[+*{]/.test(pattern)) return undefined;
  const compiled = compile(pattern);
  return compiled ? compiled.test(value) : undefined;
}

const compiledPatterns = new Map<string, RegExp | undefined>();

/** The pattern as a regular expression, Unicode first as JSON Schema asks; `undefined` when it is none. */
export function compile(pattern: string): RegExp | undefined {
  if (compiledPatterns.has(pattern)) return compiledPatterns.get(pattern);
  let made: RegExp | undefined;
  for (const flags of ['u', '']) {
    if (made) break;
    try {
      made = new RegExp(pattern, flags);
    } catch (error) {
      // Not a pattern under this flag; the next one may take it. Anything else is a bug.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  if (compiledPatterns.size > 5000) compiledPatterns.clear();
  compiledPatterns.set(pattern, made);
  return made;
}
