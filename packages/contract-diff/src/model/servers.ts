import { Node, own, plainText } from './reader';
import { DocumentSide } from './side';
import { Server } from './types';

const SLOT = /\{[^}]*\}/g;
/** Variable values that are spelled out; beyond that a variable stays open. */
const MAX_EXPANSIONS = 24;
/** Parts of an address around its open variables. */
const MAX_OPEN = 6;

/** What an operation is served at when the contract names no server: wherever the contract itself lies. */
export const NO_SERVER: Server = { url: '', base: '', chosen: '', shape: '' };

/** Servers without those that say the same; no trailing slashes. */
export function readServers(side: DocumentSide, list: Node): Server[] {
  const servers = side.reader.items(list).flatMap(server => expand(side, server));
  const byUrl = new Map<string, Server>();
  for (const server of servers) if (!byUrl.has(server.url)) byUrl.set(server.url, server);
  return servers.length > 0 ? [...byUrl.values()] : [NO_SERVER];
}

function expand(side: DocumentSide, server: Node): Server[] {
  const url = own(server.value, 'url');
  if (typeof url !== 'string') return [];
  let urls = [url];
  const defaults = new Map<string, string>();
  for (const [name, variable] of side.reader.entries(side.reader.child(server, 'variables'))) {
    const values = own(variable.value, 'enum');
    const slot = `{${name}}`;
    const fallback = own(variable.value, 'default');
    if (fallback !== undefined) defaults.set(slot, plainText(fallback));
    if (Array.isArray(values) && values.length > 0 && urls.length * values.length <= MAX_EXPANSIONS) {
      urls = urls.flatMap(text =>
        text.includes(slot) ? values.map(value => text.split(slot).join(plainText(value))) : [text],
      );
    }
  }
  const erased = (text: string): string => tidy(text.replace(SLOT, '{}'));
  const filled = (text: string): string => tidy(text.replace(SLOT, slot => defaults.get(slot) ?? '{}'));
  return urls.map(text => ({
    url: erased(text),
    base: filled(text),
    chosen: filled(url),
    shape: erased(url),
  }));
}

/** OpenAPI 2.0: schemes, host and base path. */
export function readHost(side: DocumentSide, schemes: Node): Server[] {
  return hostUrls(side, schemes).map(url => ({ url, base: url, chosen: url, shape: url }));
}

function hostUrls(side: DocumentSide, schemes: Node): string[] {
  const { root } = side.reader;
  const host = own(root.value, 'host');
  const base = own(root.value, 'basePath');
  const path = typeof base === 'string' ? base : '';
  if (typeof host !== 'string') return [tidy(path)];
  const names = side.reader
    .items(schemes)
    .map(node => plainText(node.value))
    .filter(name => name !== '');
  return (names.length > 0 ? names : ['https']).map(scheme => tidy(`${scheme}://${host}${path}`));
}

function tidy(url: string): string {
  const trimmed = url.trim().replace(/\/+$/, '');
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/i.exec(trimmed);
  if (!match) return trimmed === '' ? '' : trimmed.replace(/^(?!\/)/, '/').replace(/^\/\.\//, '/');
  const scheme = match[1].toLowerCase();
  const port = { http: ':80', https: ':443' }[scheme];
  const host = match[2].toLowerCase();
  return `${scheme}://${port && host.endsWith(port) ? host.slice(0, -port.length) : host}${match[3]}`;
}

/** Path of a server URL: `/v1`. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/^\/\/[^/]*/, '');
}

/**
 * Whether a caller of `old` is served by `other`: the same URL, or the same path where one of them names no host. An
 * open variable of `other` stands for any text of one segment.
 */
export function sameServer(old: string, other: string): boolean {
  if (old === other || covers(other, old)) return true;
  const relative = !/^([a-z][a-z0-9+.-]*:)?\/\//i.test(old) || !/^([a-z][a-z0-9+.-]*:)?\/\//i.test(other);
  return relative && (pathOf(old) === pathOf(other) || covers(pathOf(other), pathOf(old)));
}

/**
 * What became of an address: still served, served where its open variables stand at their defaults alone, or gone.
 * Nobody knows from the contract which other values callers put there.
 */
export function whereabouts(
  old: string,
  base: string,
  others: readonly string[],
): 'served' | 'fixed' | 'gone' {
  if (others.some(other => sameServer(old, other))) return 'served';
  return old !== base && others.some(other => sameServer(base, other)) ? 'fixed' : 'gone';
}

function covers(template: string, url: string): boolean {
  const parts = template.split('{}');
  // Many open variables in one address are nobody's servers, and cost the matching of a regular expression.
  if (parts.length < 2 || parts.length > MAX_OPEN) return false;
  const literal = parts.map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^/]+')}$`).test(url);
}
