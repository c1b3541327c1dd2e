import { Direction, Subject, formatAt, parseAt } from '@treaty/contract-findings';
import type { OpenApiVersion, OperationNode } from './api';
import { ContractFiles } from './files';
import { Node, asObjectNode, childNode, isObject, own, placeKey } from './place';

/** How a schema hangs on the one above it. */
export type SchemaRole = 'root' | 'property' | 'items' | 'branch' | 'map' | 'definition' | 'other';

/** One distinct schema, however many operations reach it. `subject` is the first that does. */
export interface SchemaNode extends Node {
  /** Which ways the schema travels; empty for one that no operation reaches. */
  directions: Set<Direction>;
  role: SchemaRole;
  /** Name of the property, for `role: 'property'`. */
  name?: string;
  /** The schema that holds this one. */
  parent?: SchemaNode;
  /** The schema itself is only a `$ref` (and, in 3.0 and 2.0, siblings that do not count). */
  isReference: boolean;
}

/** Keywords whose value is one schema, and what the child is to its parent. */
const SINGLE: Readonly<Record<string, SchemaRole>> = {
  items: 'items',
  additionalProperties: 'map',
  not: 'other',
  contains: 'other',
  if: 'other',
  then: 'branch',
  else: 'branch',
  propertyNames: 'other',
  unevaluatedItems: 'other',
  unevaluatedProperties: 'other',
};
/** Keywords whose value is a list of schemas. */
const LISTS: Readonly<Record<string, SchemaRole>> = {
  allOf: 'branch',
  anyOf: 'branch',
  oneOf: 'branch',
  prefixItems: 'items',
  items: 'items',
};
/** Keywords whose value maps names to schemas. */
const MAPS: Readonly<Record<string, SchemaRole>> = {
  properties: 'property',
  patternProperties: 'map',
  dependentSchemas: 'branch',
  $defs: 'definition',
  definitions: 'definition',
};

/** What a step through a keyword adds to the path of a subject; nothing for all others. */
const AT_OF: Readonly<Partial<Record<string, readonly string[]>>> = {
  items: ['*'],
  additionalProperties: ['{*}'],
  patternProperties: ['{*}'],
};

/** Deeper than this no person writes; a file that is deeper costs memory quadratic in its depth. */
const MAX_DEPTH = 400;

interface Task {
  node: Node;
  direction?: Direction;
  role: SchemaRole;
  name?: string;
  parent?: SchemaNode;
}

class SchemaWalker {
  readonly found = new Map<string, SchemaNode>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly files: ContractFiles,
    private readonly version: OpenApiVersion,
  ) {}

  /** Walks with a list of its own instead of the call stack: nesting is the contract author's to choose. */
  visit(node: Node | undefined, direction: Direction | undefined, role: SchemaRole = 'root'): void {
    if (node === undefined) return;
    const tasks: Task[] = [{ node, direction, role }];
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
      const next = this.step(task);
      for (let i = next.length - 1; i >= 0; i--) tasks.push(next[i]);
    }
  }

  private step({ node, direction, role, name, parent }: Task): Task[] {
    const key = placeKey(node.place);
    const visit = `${key}\u0000${direction ?? ''}`;
    if (this.seen.has(visit) || node.place.tokens.length > MAX_DEPTH) return [];
    this.seen.add(visit);
    let schema = this.found.get(key);
    const ref = own(node.value, '$ref');
    const isReference =
      typeof ref === 'string' && (this.version !== '3.1' || Object.keys(node.value).length === 1);
    if (schema === undefined) {
      schema = { ...node, directions: new Set(), role, name, parent, isReference };
      this.found.set(key, schema);
    } else if (direction === undefined) {
      return [];
    }
    if (direction !== undefined) schema.directions.add(direction);
    const tasks: Task[] = [];
    if (typeof ref === 'string') {
      const target = asObjectNode(this.files.target(ref, node));
      if (target) tasks.push({ node: target, direction, role: 'definition', parent });
    }
    if (!isReference) this.children(schema, node.subject, direction, tasks);
    return tasks;
  }

  private children(
    schema: SchemaNode,
    subject: Subject,
    direction: Direction | undefined,
    tasks: Task[],
  ): void {
    for (const keyword of Object.keys(schema.value)) {
      const value = own(schema.value, keyword);
      if (isObject(value) && Object.hasOwn(SINGLE, keyword)) {
        const at = AT_OF[keyword] ?? [];
        this.push(schema, subject, [keyword], at, SINGLE[keyword], direction, tasks);
      } else if (Array.isArray(value) && Object.hasOwn(LISTS, keyword)) {
        const at = LISTS[keyword] === 'items' ? ['*'] : [];
        value.forEach((_, i) =>
          this.push(schema, subject, [keyword, String(i)], at, LISTS[keyword], direction, tasks),
        );
      } else if (isObject(value) && Object.hasOwn(MAPS, keyword)) {
        for (const name of Object.keys(value)) {
          const at = keyword === 'properties' ? [name] : (AT_OF[keyword] ?? []);
          this.push(schema, subject, [keyword, name], at, MAPS[keyword], direction, tasks);
        }
      }
    }
  }

  private push(
    parent: SchemaNode,
    subject: Subject,
    tokens: readonly string[],
    at: readonly string[],
    role: SchemaRole,
    direction: Direction | undefined,
    tasks: Task[],
  ): void {
    const node = asObjectNode(childNode({ ...parent, subject }, tokens, deepen(subject, at)));
    const name = role === 'property' ? tokens[tokens.length - 1] : undefined;
    if (node) tasks.push({ node, direction, role, name, parent });
  }
}

/** Every distinct schema of a contract in document order, operations first, then components nobody uses. */
export function walkSchemas(
  files: ContractFiles,
  version: OpenApiVersion,
  root: Node,
  operations: readonly OperationNode[],
): SchemaNode[] {
  const walker = new SchemaWalker(files, version);
  for (const operation of operations) {
    for (const parameter of operation.parameters) {
      if (parameter.in !== 'body') walker.visit(parameter.schema, parameter.subject.direction);
    }
    for (const media of operation.requestBody?.media ?? [])
      walker.visit(media.schema, media.subject.direction);
    for (const response of operation.responses) {
      for (const media of response.media) walker.visit(media.schema, media.subject.direction);
      for (const header of response.headers.values()) {
        walker.visit(
          version === '2.0' ? header : asObjectNode(childNode(header, ['schema'])),
          header.subject.direction,
        );
      }
    }
  }
  const definitions = childNode(root, version === '2.0' ? ['definitions'] : ['components', 'schemas']);
  for (const name of isObject(definitions.value) ? Object.keys(definitions.value) : []) {
    const subject: Subject = { at: formatAt('document', [...definitions.place.tokens, name]) };
    walker.visit(asObjectNode(childNode(definitions, [name], subject)), undefined, 'definition');
  }
  return [...walker.found.values()];
}

/** Longest path a subject may carry; a recursive schema is cut by the visit set, a deep one here. */
const MAX_AT = 24;

function deepen(subject: Subject, tokens: readonly string[]): Subject {
  if (tokens.length === 0 || subject.at === undefined) return subject;
  const { location, tokens: before } = parseAt(subject.at);
  if (before.length >= MAX_AT) return subject;
  return { ...subject, at: formatAt(location, [...before, ...tokens]) };
}
