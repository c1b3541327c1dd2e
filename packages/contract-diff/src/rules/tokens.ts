import { Operation, TokenSource } from '../model/types';

/** A way to get a token that changed, with what is nearest to it now. */
export interface TokenChange {
  old: TokenSource;
  now: TokenSource | undefined;
}

/**
 * Ways to get a token that are not there any more as they were. Nothing where callers need no token now, or where the
 * contract does not say any more where tokens come from.
 */
export function tokensOf(before: Operation, after: Operation): TokenChange[] {
  // Of a webhook the provider is the caller and gets its token itself.
  if (before.inverted || after.tokenSources.length === 0) return [];
  if (after.security.some(alternative => alternative.size === 0)) return [];
  return before.tokenSources.flatMap(old => {
    const alike = after.tokenSources.filter(({ flow }) => flow === old.flow);
    if (alike.some(now => sameUrls(old, now))) return [];
    return [{ old, now: alike.find(({ scheme }) => scheme === old.scheme) ?? alike[0] }];
  });
}

function sameUrls(old: TokenSource, now: TokenSource): boolean {
  return [...old.urls].every(([what, url]) => now.urls.get(what) === url);
}

/** Scopes that an operation needs and that a flow which gave them gives no longer. */
export function lostScopes(
  before: Operation,
  after: Operation,
): Array<{ source: TokenSource; scope: string }> {
  if (before.inverted) return [];
  const needed = new Set(after.security.flatMap(way => [...way.values()].flatMap(scopes => [...scopes])));
  return before.tokenSources.flatMap(source => {
    const alike = after.tokenSources.filter(({ flow, scopes }) => flow === source.flow && scopes);
    return [...(source.scopes ?? [])]
      .filter(scope => needed.has(scope) && alike.length > 0 && !alike.some(now => now.scopes?.has(scope)))
      .map(scope => ({ source, scope }));
  });
}

/** A document with one operation that asks for a token, which these flows give. */
export function guardedBy(flows: object, scopes: readonly string[] = []): object {
  return {
    components: { securitySchemes: { login: { type: 'oauth2', flows } } },
    paths: { '/a': { get: { security: [{ login: scopes }], responses: {} } } },
  };
}
