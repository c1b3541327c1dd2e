import { Problem } from '@treaty/contract-findings';
import { Specification } from './types';

const KNOWN = 'OpenAPI 2.0, 3.0, 3.1 and 3.2, AsyncAPI 2 and 3, and GraphQL SDL are known.';

/** True for a GraphQL schema (SDL), by file name or by its first definition. */
export function isGraphql(text: string, uri: string): boolean {
  if (/\.(graphqls?|gql)$/i.test(uri)) return true;
  if (/\.(ya?ml|json)$/i.test(uri)) return false;
  const body = text.replace(/^(?:\s|#[^\n]*\n|"""[\s\S]*?""")*/, '');
  return /^(?:(?:extend\s+)?(?:type|interface|enum|input|scalar|union)\s+[A-Za-z_]\w*|(?:extend\s+)?schema\s*[@{]|directive\s+@)/.test(
    body,
  );
}

/** Which contract language a parsed root speaks, or why it cannot be said. */
export function detectSpecification(
  root: unknown,
  uri: string,
): { specification?: Specification; problem?: Problem } {
  const problem = (code: string, message: string, next: string, pointer = ''): { problem: Problem } => ({
    problem: { code, message, file: uri, pointer, next, severity: 'error' },
  });
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return problem(
      'not-an-object',
      `the document is ${describe(root)}, not an object`,
      `Start it with 'openapi: 3.1.0'. ${KNOWN}`,
    );
  }
  const document = root as Record<string, unknown>;
  for (const [key, kind, supported] of [
    ['openapi', 'openapi', /^3\.[0-2](\.\d+)?(-\S*)?$/],
    ['swagger', 'openapi', /^2\.0$/],
    ['asyncapi', 'asyncapi', /^[23]\.\d+(\.\d+)?$/],
  ] as const) {
    if (!Object.hasOwn(document, key)) continue;
    const version = versionText(document[key]);
    if (version !== undefined && supported.test(version)) return { specification: { kind, version } };
    return problem(
      'unknown-specification',
      `'${key}: ${version ?? typeof document[key]}' is not a version that can be read`,
      KNOWN,
      `/${key}`,
    );
  }
  const entity = typeof document.apiVersion === 'string' && typeof document.kind === 'string';
  return problem(
    'unknown-specification',
    entity
      ? `this is a catalog entity (kind ${String(document.kind)}), not a contract`
      : "the document has neither 'openapi', 'swagger' nor 'asyncapi' at its top",
    entity
      ? "Name the file that the entity's 'spec.definition' points to."
      : `Add the version line, for example 'openapi: 3.1.0'. ${KNOWN}`,
  );
}

/** YAML reads an unquoted `2.0` as the number 2 and `3.1` as 3.1; both are common and clear. */
function versionText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number') return undefined;
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function describe(root: unknown): string {
  if (Array.isArray(root)) return 'a list';
  if (root === null) return 'nothing';
  return typeof root === 'string' ? 'a text' : `a ${typeof root}`;
}
