/**
 * The least that any comparison has to do, in plain Node: read two documents, parse them and hash every component soundly
 * (symbolic references, strongly connected components, groups bottom-up). Usage: node bench/floor.mts OLD NEW
 */
import fs from 'node:fs';
import yaml from 'js-yaml';

for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8');
  const document = file.endsWith('.json') ? JSON.parse(text) : (yaml as unknown as { load(t: string): unknown }).load(text);
  process.stdout.write(`${hashDocument(document as Record<string, unknown>).toString(16)}\n`);
}

function hashDocument(document: Record<string, unknown>): number {
  const names: string[] = [];
  const local: number[] = [];
  const edges: string[][] = [];
  const collect = (prefix: string, holder: unknown) => {
    for (const [name, value] of Object.entries((holder ?? {}) as Record<string, unknown>)) {
      const references = new Set<string>();
      names.push(`${prefix}${name}`);
      local.push(hashValue(value, references));
      edges.push([...references]);
    }
  };
  for (const [kind, holder] of Object.entries((document.components ?? {}) as Record<string, unknown>)) collect(`#/components/${kind}/`, holder);
  for (const kind of ['definitions', 'parameters', 'responses']) collect(`#/${kind}/`, document[kind]);
  const groups = hashGroups(names, local, edges);
  const references = new Set<string>();
  let hash = hashValue(document.paths, references);
  for (const name of [...references].sort()) hash = mix(hash, groups.get(name) ?? hashText(name));
  return hash;
}

function hashValue(value: unknown, references: Set<string>): number {
  if (Array.isArray(value)) return value.reduce<number>((hash, item) => mix(hash, hashValue(item, references)), 11);
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    if ('$ref' in value && typeof value.$ref === 'string') {
      references.add(value.$ref);
      return mix(17, hashText(value.$ref));
    }
    // Key order does not matter: entries are combined by a sum.
    let sum = 13;
    for (const [key, item] of entries) sum = (sum + mix(hashText(key), hashValue(item, references))) >>> 0;
    return sum;
  }
  return hashText(typeof value + String(value));
}

/** Tarjan's algorithm, iterative; a group's hash is made of its members' own hashes and of the groups it points to. */
function hashGroups(names: string[], local: number[], edges: string[][]): Map<string, number> {
  const indexOf = new Map(names.map((name, i) => [name, i]));
  const order = new Int32Array(names.length).fill(-1);
  const low = new Int32Array(names.length);
  const onStack = new Uint8Array(names.length);
  const stack: number[] = [];
  const result = new Map<string, number>();
  let counter = 0;
  for (let start = 0; start < names.length; start++) {
    if (order[start] !== -1) continue;
    const work: Array<{ node: number; next: number }> = [{ node: start, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.next === 0) {
        order[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const target = edges[node][frame.next++];
      if (target !== undefined) {
        const to = indexOf.get(target);
        if (to === undefined) continue;
        if (order[to] === -1) work.push({ node: to, next: 0 });
        else if (onStack[to]) low[node] = Math.min(low[node], order[to]);
        continue;
      }
      work.pop();
      if (work.length > 0) low[work[work.length - 1].node] = Math.min(low[work[work.length - 1].node], low[node]);
      if (low[node] !== order[node]) continue;
      const members: number[] = [];
      let member: number;
      do {
        member = stack.pop() as number;
        onStack[member] = 0;
        members.push(member);
      } while (member !== node);
      let hash = 19;
      for (const m of members) {
        hash = (hash + local[m]) >>> 0;
        for (const edge of edges[m]) hash = (hash + mix(23, result.get(edge) ?? 0)) >>> 0;
      }
      for (const m of members) result.set(names[m], mix(hash, local[m]));
    }
  }
  return result;
}

function hashText(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

function mix(a: number, b: number): number {
  return (Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 2654435761) ^ (b << 7)) >>> 0;
}
