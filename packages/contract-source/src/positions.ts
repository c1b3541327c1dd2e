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
  const nextLine = text.includes('\r') ? afterAnyBreak : afterLineFeed;
  let line = 1;
  let lineStart = 0;
  let following = nextLine(text, 0);
  for (const index of order) {
    const offset = Math.min(offsets[index], text.length);
    while (following <= offset) {
      line++;
      lineStart = following;
      following = nextLine(text, following);
    }
    out[index] = { line, column: offset - lineStart + 1 };
  }
  return out;
}

/** Start of the line after the one that `from` is in, or infinity; native search, for texts without `\r`. */
function afterLineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Infinity : at + 1;
}

function afterAnyBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return Infinity;
}

/** Line and column of one offset. */
export function positionOf(text: string, offset: number): TextPosition {
  return positionsOf(text, [offset])[0];
}
