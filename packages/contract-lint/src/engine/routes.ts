import { encodePointerUriFragment, extractSourceFromRef, hasRef, isLocalRef } from '@stoplight/json';
import { resolve as resolvePath } from '@stoplight/path';
import { own } from '../model/place';

/** References of one source by the place they stand at, as a tree of its tokens. */
interface RefTree {
  target?: string;
  members?: Map<string, RefTree>;
}

/** Where Spectral believes to be on its way from the resolved document back to the texts. */
export interface Route {
  source: string;
  /** The target of the last reference. */
  from: string;
  /** The references below this place; none: the rest of the way is told by the tokens alone. */
  below: RefTree | undefined;
  /** What stands at the same place of the unresolved root, until a `$ref` has been passed. */
  piece: unknown;
  /** A `$ref` has been passed, and nothing written beside it can be mistaken for its target. */
  passed: boolean;
  /** This very place is the target of one. */
  arrived: boolean;
}

type RefMap = Readonly<Record<string, string>>;

/** Longer chains are loops. */
const MAX_HOPS = 1000;

/**
 * Follows Spectral's way from a place in the resolved document back to a place in a file, one token at a time. Two ways
 * that arrive at one target in one source are continued alike, whatever lies below.
 */
export class Routes {
  private readonly trees = new Map<string, RefTree | undefined>();
  private readonly encoded = new Map<string, string>();

  /**
   * @param refMapOf - the references of a source by place; nothing for what is no source.
   * @param isRead - whether a source is among the documents.
   */
  constructor(
    private readonly root: string,
    private readonly unresolved: unknown,
    private readonly refMapOf: (source: string) => RefMap | undefined,
    private readonly isRead: (source: string) => boolean,
  ) {}

  start(): Route | undefined {
    const below = this.tree(this.root);
    if (!below) return undefined;
    return this.follow({
      source: this.root,
      from: '#',
      below,
      piece: this.unresolved,
      passed: false,
      arrived: false,
    });
  }

  /** `undefined`: Spectral loses its way here, and says what depends on all of it. */
  step(at: Route, token: string): Route | undefined {
    // Spectral takes `~1` in a name for an escape.
    if (token.includes('~')) return undefined;
    const { source, from, below, piece, passed } = at;
    if (passed && below === undefined) return at.arrived ? { ...at, arrived: false } : at;
    const next = {
      source,
      from,
      below: below?.members?.get(this.encode(token)),
      piece,
      passed,
      arrived: false,
    };
    if (!passed) {
      if (typeof piece !== 'object' || piece === null) return undefined;
      if (token in piece) next.piece = own(piece, token);
      else if (hasRef(piece) && Object.keys(piece).length === 1) next.passed = true;
      else return undefined;
    }
    return this.follow(next);
  }

  private follow(route: Route): Route | undefined {
    for (let hops = 0; route.below?.target !== undefined; hops++) {
      if (hops > MAX_HOPS) return undefined;
      const { target } = route.below;
      if (isLocalRef(target)) route.from = target;
      else {
        const named = extractSourceFromRef(target);
        if (named === null) return undefined;
        route.source = /^(?:\/|[a-z]+:\/\/)/i.test(named) ? named : resolvePath(route.source, '..', named);
        if (route.source !== this.root && !this.isRead(route.source)) return undefined;
        const fragment = target.indexOf('#');
        route.from = fragment >= 0 ? target.slice(fragment) : '#';
      }
      const tree = this.tree(route.source);
      if (!tree) return undefined;
      route.below = find(tree, route.from);
      route.arrived = true;
    }
    return route;
  }

  private encode(token: string): string {
    let encoded = this.encoded.get(token);
    if (encoded === undefined) this.encoded.set(token, (encoded = String(encodePointerUriFragment(token))));
    return encoded;
  }

  private tree(source: string): RefTree | undefined {
    if (!this.trees.has(source)) {
      const refMap = this.refMapOf(source);
      this.trees.set(source, refMap && plant(refMap));
    }
    return this.trees.get(source);
  }
}

function plant(refMap: RefMap): RefTree {
  const root: RefTree = {};
  for (const [place, target] of Object.entries(refMap)) {
    let at = root;
    for (const token of tokensOf(place)) {
      at.members ??= new Map();
      let member = at.members.get(token);
      if (!member) at.members.set(token, (member = {}));
      at = member;
    }
    at.target = target;
  }
  return root;
}

function find(tree: RefTree, place: string): RefTree | undefined {
  let at: RefTree | undefined = tree;
  for (const token of tokensOf(place)) at = at?.members?.get(token);
  return at;
}

function tokensOf(place: string): string[] {
  return place.split('/').slice(1);
}

/** Everything below a lone `$ref` belongs to its target; a name that every object has would be taken for a sibling. */
export function standsForTarget(piece: unknown, target: object): boolean {
  return (
    hasRef(piece) &&
    Object.keys(piece).length === 1 &&
    Object.keys(target).every(key => key !== '$ref' && !(key in Object.prototype))
  );
}
