import { appendPointer } from '@treaty/contract-findings';

/** A text together with where each pointer of its value was written: an oracle that knows the answer by construction. */
export interface Printed {
  text: string;
  /** 1-based line and column by pointer. */
  places: Map<string, { line: number; column: number }>;
}

/** Collects text and knows where it stands. */
class Paper {
  text = '';
  line = 1;
  column = 1;
  places = new Map<string, { line: number; column: number }>();
  constructor(private readonly eol: string) {}
  write(part: string): void {
    this.text += part;
    this.column += part.length;
  }
  newLine(): void {
    this.text += this.eol;
    this.line++;
    this.column = 1;
  }
  mark(pointer: string): void {
    this.places.set(pointer, { line: this.line, column: this.column });
  }
}

/** Pretty or dense JSON. */
export function printJson(value: unknown, eol = '\n', dense = false): Printed {
  const paper = new Paper(eol);
  const gap = (indent: number) => {
    if (dense) return;
    paper.newLine();
    paper.write(' '.repeat(indent));
  };
  const print = (node: unknown, pointer: string, indent: number): void => {
    if (typeof node !== 'object' || node === null) {
      paper.write(JSON.stringify(node));
      return;
    }
    const isList = Array.isArray(node);
    paper.write(isList ? '[' : '{');
    Object.entries(node).forEach(([key, child], index) => {
      if (index > 0) paper.write(',');
      gap(indent + 2);
      const inner = appendPointer(pointer, key);
      paper.mark(inner);
      if (!isList) paper.write(`${JSON.stringify(key)}${dense ? ':' : ': '}`);
      print(child, inner, indent + 2);
    });
    gap(indent);
    paper.write(isList ? ']' : '}');
  };
  paper.mark('');
  print(value, '', 0);
  return { text: paper.text, places: paper.places };
}

/** Block YAML; `compact` starts a mapping on the line of its dash. */
export function printYaml(value: unknown, eol = '\n', compact = true): Printed {
  const paper = new Paper(eol);
  const scalar = (node: unknown) => {
    if (Array.isArray(node)) return '[]';
    if (typeof node === 'object' && node !== null) return '{}';
    if (typeof node === 'string' && /^[a-z][a-z ]*[a-z]$/.test(node) && !/^(null|true|false)$/.test(node))
      return node;
    return JSON.stringify(node);
  };
  const isBlock = (node: unknown): node is object =>
    typeof node === 'object' && node !== null && Object.keys(node).length > 0;
  /** Prints a block whose first line is already indented; later lines indent themselves. */
  function block(node: object, pointer: string, indent: number): void {
    paper.mark(pointer);
    Object.entries(node).forEach(([key, child], index) => {
      if (index > 0) paper.write(' '.repeat(indent));
      const inner = appendPointer(pointer, key);
      if (Array.isArray(node)) {
        paper.write('- ');
        if (isBlock(child) && compact) block(child, inner, indent + 2);
        else entry(child, inner, indent, true);
      } else {
        const place = { line: paper.line, column: paper.column };
        paper.write(`${/^[a-z]+$|^[0-9]+$/.test(key) ? key : JSON.stringify(key)}:`);
        if (!isBlock(child)) paper.write(' ');
        entry(child, inner, indent, false);
        paper.places.set(inner, place);
      }
    });
  }
  function entry(child: unknown, pointer: string, indent: number, marks: boolean): void {
    if (!isBlock(child)) {
      if (marks) paper.mark(pointer);
      paper.write(scalar(child));
      paper.newLine();
      return;
    }
    paper.newLine();
    paper.write(' '.repeat(indent + 3));
    block(child, pointer, indent + 3);
  }
  if (isBlock(value)) block(value, '', 0);
  else {
    paper.mark('');
    paper.write(scalar(value));
  }
  return { text: paper.text, places: paper.places };
}
