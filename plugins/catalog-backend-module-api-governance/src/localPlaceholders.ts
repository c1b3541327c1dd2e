import { promises as fs } from 'fs';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';
import { openApiPlaceholderResolver } from '@backstage/plugin-catalog-backend-module-openapi';
import {
  PlaceholderResolver,
  PlaceholderResolverParams,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';

/**
 * The catalog's own placeholders resolve against URLs only, so `$text: ./openapi.yaml` fails in an entity that was read
 * from a `file` location. This makes them work there, for files in or below the folder of the entity and no others.
 * Entities from URLs are resolved as ever.
 */
export function local(resolver: PlaceholderResolver): PlaceholderResolver {
  return params => {
    if (!path.isAbsolute(params.baseUrl)) return resolver(params);
    const folder = path.dirname(params.baseUrl);
    return resolver({
      ...params,
      baseUrl: pathToFileURL(params.baseUrl).href,
      resolveUrl: (url, base) => new URL(url, base).href,
      read: url => (url.startsWith('file:') ? readInside(folder, url) : params.read(url)),
    });
  };
}

/** `$text`: the file as it is, to the last line break, so that its digest is the file's digest. */
export const text: PlaceholderResolver = readText;

/** `$yaml`: the file's only YAML document as a value. */
export const yaml: PlaceholderResolver = async params => {
  const content = await readText(params);
  try {
    return parse(content, { maxAliasCount: 100 });
  } catch (error) {
    throw new Error(`${params.value} is not valid YAML: ${(error as Error).message}`);
  }
};

/**
 * `$openapi`: the file with everything it refers to, as one document. Where that cannot be made, the file as it is: the
 * entity stays in the catalog, and its page says at which line what is wrong. A file that cannot be read is an error.
 */
export const openapi: PlaceholderResolver = async params => {
  try {
    return await openApiPlaceholderResolver(params);
  } catch {
    return readText(params);
  }
};

async function readText(params: PlaceholderResolverParams): Promise<string> {
  if (typeof params.value !== 'string') {
    throw new Error(`Placeholder $${params.key} expects the relative path or URL of a file`);
  }
  const url = params.resolveUrl(params.value, params.baseUrl);
  const content = (await params.read(url)).toString('utf-8');
  params.emit(processingResult.refresh(`url:${url}`));
  return content;
}

/** Links are followed before the check, so that a link cannot lead out of the folder. */
async function readInside(folder: string, url: string): Promise<Buffer> {
  const asked = fileURLToPath(url);
  const [real, root] = await Promise.all([fs.realpath(asked), fs.realpath(folder)]);
  if (real !== root && !real.startsWith(root + path.sep)) {
    throw new Error(
      `${asked} is outside ${folder}, the folder of the entity; move the file there or read it from a URL`,
    );
  }
  return fs.readFile(real);
}
