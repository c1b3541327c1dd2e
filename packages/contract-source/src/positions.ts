/** 1-based place in a text; columns count UTF-16 code units, as editors do. */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Line and column of each offset, in the order given, in one pass over the text. `\n`, `\r\n` and a lone `\r` end a
 * line, as in YAML 1.2.
 */
export function positionsOf(text: string, offsets: readonly number[]): TextPosition[] {
  const order = offsets.map((_, index) => index).sort((a, b) => offsets[a] - offsets[b]);
  const out = new Array<TextPosition>(offsets.length);
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const index of order) {
    const offset = Math.min(offsets[index], text.length);
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
        line++;
        lineStart = at + 1;
      }
    }
    out[index] = { line, column: offset - lineStart + 1 };
  }
  return out;
}

/** Line and column of one offset. */
export function positionOf(text: string, offset: number): TextPosition {
  return positionsOf(text, [offset])[0];
}
