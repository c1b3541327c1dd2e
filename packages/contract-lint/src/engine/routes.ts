import { encodePointerUriFragment, extractSourceFromRef, hasRef, isLocalRef } from '@stoplight/json';
import { resolve as resolvePath } from '@stoplight/path';
import { own } from '../model/place';

/** Where Spectral believes to be on its way from the resolved document back to the texts. */
export interface Route {
  source: string;
  /** The place in that source, as the keys of its map of references are written. */
  key: string;
  /** What stands at the same place of the unresolved root, until a `$ref` has been passed. */
  piece: unknown;
  /** A `$ref` has been passed, and nothing written beside it can be mistaken for its target. */
  passed: boolean;
}

type RefMap = Readonly<Record<string, string>>;

/**
 * Follows Spectral's way from a place in the resolved document back to a place in a file, one token at a time. Two ways
 * that arrive at one source and key are continued alike, whatever lies below.
 */
export class Routes {
  private readonly refMaps = new Map<string, RefMap | undefined>();
  private readonly encoded = new Map<string, string>();

  /**
   * @param refMapOf - the references of a source by place; throws or gives nothing for what is no source.
   * @param isRead - whether a source is among the documents.
   */
  constructor(
    private readonly root: string,
    private readonly unresolved: unknown,
    private readonly refMapOf: (source: string) => RefMap | undefined,
    private readonly isRead: (source: string) => boolean,
  ) {}

  start(): Route | undefined {
    return this.follow({ source: this.root, key: '#', piece: this.unresolved, passed: false });
  }

  /** `undefined`: Spectral loses its way here, and says what depends on all of it. */
  step(from: Route, token: string): Route | undefined {
    // Spectral takes `~1` in a name for an escape.
    if (token.includes('~')) return undefined;
    let encoded = this.encoded.get(token);
    if (encoded === undefined) this.encoded.set(token, (encoded = String(encodePointerUriFragment(token))));
    const { piece, passed } = from;
    const next = { source: from.source, key: `${from.key}/${encoded}`, piece, passed };
    if (!passed) {
      if (typeof piece !== 'object' || piece === null) return undefined;
      if (token in piece) next.piece = own(piece, token);
      else if (hasRef(piece) && Object.keys(piece).length === 1) next.passed = true;
      else return undefined;
    }
    return this.follow(next);
  }

  private follow(route: Route): Route | undefined {
    for (let hops = 0; hops < 1000; hops++) {
      const refMap = this.refMap(route.source);
      if (refMap === undefined) return undefined;
      if (!(route.key in refMap)) return route;
      const target = refMap[route.key];
      if (isLocalRef(target)) route.key = target;
      else {
        const named = extractSourceFromRef(target);
        if (named === null) return undefined;
        route.source = /^(?:\/|[a-z]+:\/\/)/i.test(named) ? named : resolvePath(route.source, '..', named);
        if (route.source !== this.root && !this.isRead(route.source)) return undefined;
        const fragment = target.indexOf('#');
        route.key = fragment >= 0 ? target.slice(fragment) : '#';
      }
    }
    return undefined;
  }

  private refMap(source: string): RefMap | undefined {
    if (!this.refMaps.has(source)) this.refMaps.set(source, this.refMapOf(source));
    return this.refMaps.get(source);
  }
}

/** Everything below a lone `$ref` belongs to its target; a name that every object has would be taken for a sibling. */
export function standsForTarget(piece: unknown, target: object): boolean {
  return (
    hasRef(piece) &&
    Object.keys(piece).length === 1 &&
    Object.keys(target).every(key => key !== '$ref' && !(key in Object.prototype))
  );
}
