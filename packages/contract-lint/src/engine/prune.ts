import { isObject } from '../model/place';
import { Progress } from './given';
import { Route, Routes, standsForTarget } from './routes';

/** Above this depth a path decides what an example is for (request or response). */
const REGION_DEPTH = 4;

type State = Progress['start'];

/**
 * The resolved document leads to one schema by a hundred ways, and what Spectral finds in it a hundred times it tells
 * once. This leaves out what was walked before under the same circumstances: the same object, as far along every
 * expression, on the same way back to its text, in the same region. The object itself is still met on every way, only
 * its members are not listed (they can be read as ever), so that what is said of the object keeps its circumstances.
 */
export class PrunedTree {
  /** What a stand-in stands for. */
  readonly originals = new WeakMap<object, object>();
  private readonly standIns = new WeakMap<object, object>();
  private readonly walked = new Map<string, Set<object>>();
  private readonly path: string[] = [];

  constructor(
    private readonly progress: Progress,
    private readonly routes: Routes,
  ) {}

  build(root: unknown): unknown {
    return this.progress.useful ? this.visit(root, this.progress.start, this.routes.start()) : root;
  }

  private visit(value: unknown, state: State, route: Route | undefined): unknown {
    if (Array.isArray(value)) {
      const list = value.map((item, index) => this.member(item, String(index), state, route));
      this.originals.set(list, value);
      return list;
    }
    if (!isObject(value)) return value;
    if (this.wasWalked(value, state, route)) return this.standIn(value);
    const keys = Object.keys(value);
    const copy: Record<string, unknown> = {};
    for (const key of keys) define(copy, key, this.member(value[key], key, state, route));
    const ordered = inOrder(copy, keys);
    this.originals.set(ordered, value);
    return ordered;
  }

  private member(value: unknown, token: string, state: State, route: Route | undefined): unknown {
    if (typeof value !== 'object' || value === null) return value;
    this.path.push(token);
    const result = this.visit(
      value,
      this.progress.step(state, token),
      route && this.routes.step(route, token),
    );
    this.path.pop();
    return result;
  }

  private wasWalked(value: object, state: State, route: Route | undefined): boolean {
    const { path } = this;
    if (!route?.arrived || !state.quiet || path.length < REGION_DEPTH) return false;
    if (!route.passed && !standsForTarget(route.piece, value)) return false;
    const region = path[0] === 'paths' ? path[3] : `${path[0]}/${path[1]}`;
    const circumstances = `${state.id} ${route.source} ${route.from} ${region}`;
    let walked = this.walked.get(circumstances);
    if (!walked) this.walked.set(circumstances, (walked = new Set()));
    if (walked.has(value)) return true;
    walked.add(value);
    return false;
  }

  private standIn(value: object): object {
    let found = this.standIns.get(value);
    if (!found) {
      this.standIns.set(value, (found = Object.create(value) as object));
      this.originals.set(found, value);
    }
    return found;
  }
}

function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** An object lists keys that look like numbers first; where the text has another order, so has the copy. */
function inOrder(copy: Record<string, unknown>, keys: readonly string[]): object {
  const own = Object.keys(copy);
  if (own.every((key, index) => key === keys[index])) return copy;
  return new Proxy(copy, { ownKeys: () => [...keys] });
}
