import { appendPointer, parsePointer } from '@treaty/contract-findings';

type Node = Record<string, unknown>;

/** What holds for every operation and is never large. */
const ABOUT_ALL = [
  'openapi',
  'swagger',
  'info',
  'jsonSchemaDialect',
  'servers',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'security',
  'externalDocs',
];

/** Members of a path item that hold for each of its operations. */
const ABOUT_PATH = ['$ref', 'summary', 'description', 'servers', 'parameters'];

/** Copies parts of a document to the same places of a new one, and follows their references. */
class Cut {
  readonly result: Node = {};
  private readonly whole = new Set<string>();

  constructor(private readonly root: Node) {}

  take(start: string): void {
    const waiting = [start];
    for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
      const path = parsePointer(pointer);
      const value = valueAt(this.root, path);
      if (path.length === 0 || value === undefined || this.holds(path)) continue;
      this.put(path, value);
      this.whole.add(appendPointer('', ...path));
      // With its key, because `$ref` and `security` mean something by their name.
      waiting.push(...referencesIn({ [path[path.length - 1]]: value }));
    }
  }

  /** Whether the place, or one around it, has been copied as a whole. What is whole is shared and never written to. */
  private holds(path: string[]): boolean {
    return path.some((_, i) => this.whole.has(appendPointer('', ...path.slice(0, i + 1))));
  }

  private put(path: string[], value: unknown): void {
    let at = this.result;
    for (const key of path.slice(0, -1)) {
      const next = Object.hasOwn(at, key) ? at[key] : undefined;
      const child = isNode(next) ? next : {};
      at[key] = child;
      at = child;
    }
    at[path[path.length - 1]] = value;
  }
}

/**
 * The part of an OpenAPI document (2.0 or 3.x) that is needed to show some of its operations: those, and whatever they
 * refer to, directly or not, each at the place where it was, so that every `$ref` still holds. Of a document of 13 MB
 * some kilobytes are left, which every viewer can render.
 *
 * @param pointers - JSON pointers of operations, such as `/paths/~1orders/get`; those that lead nowhere are left out
 */
export function excerpt(root: Node, pointers: readonly string[]): Node {
  const cut = new Cut(root);
  for (const key of ABOUT_ALL) cut.take(appendPointer('', key));
  for (const pointer of pointers) {
    const item = parsePointer(pointer).slice(0, -1);
    for (const key of ABOUT_PATH) cut.take(appendPointer('', ...item, key));
    cut.take(pointer);
  }
  const used = new Set(pointers.flatMap(pointer => tagsAt(root, pointer)));
  const tags = Array.isArray(root.tags) ? root.tags.filter(tag => isNode(tag) && used.has(tag.name)) : [];
  return tags.length > 0 ? { ...cut.result, tags } : cut.result;
}

/** Pointers of everything a value refers to inside its document. */
function referencesIn(value: unknown): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (Array.isArray(node)) waiting.push(...node);
    if (!isNode(node)) continue;
    for (const [key, child] of Object.entries(node)) {
      if (key === '$ref') found.push(...localPointer(child));
      else if (key === 'discriminator') found.push(...mappedSchemas(child));
      else if (key === 'security') found.push(...schemesOf(child));
      waiting.push(child);
    }
  }
  return found;
}

/** `#/…` as a pointer; nothing for what is outside the document or cannot be read. */
function localPointer(ref: unknown): string[] {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return [];
  try {
    return [decodeURIComponent(ref.slice(1))];
  } catch (error) {
    // A stray percent sign: the reference leads nowhere, and the viewer says so as it does for the whole document.
    if (error instanceof URIError) return [];
    throw error;
  }
}

/** Targets of a discriminator's mapping, which may be references or names of schemas. */
function mappedSchemas(discriminator: unknown): string[] {
  if (!isNode(discriminator) || !isNode(discriminator.mapping)) return [];
  return Object.values(discriminator.mapping).flatMap(target =>
    typeof target === 'string' && !target.includes('/')
      ? [appendPointer('/components/schemas', target)]
      : localPointer(target),
  );
}

/** Security requirements name their schemes without a reference. */
function schemesOf(requirements: unknown): string[] {
  if (!Array.isArray(requirements)) return [];
  return requirements
    .flatMap(one => (isNode(one) ? Object.keys(one) : []))
    .flatMap(name => [
      appendPointer('/components/securitySchemes', name),
      appendPointer('/securityDefinitions', name),
    ]);
}

function tagsAt(root: Node, pointer: string): unknown[] {
  const operation = valueAt(root, parsePointer(pointer));
  return isNode(operation) && Array.isArray(operation.tags) ? operation.tags : [];
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isNode(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, root);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
