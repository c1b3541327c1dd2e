/**
 * What a document may cost before it is refused. Every number bounds work that a hostile or broken file could ask for;
 * the defaults leave room for documents several times the size of the largest ones published.
 */
export interface SourceLimits {
  /** Bytes of one file (for a text: UTF-16 code units). */
  maxFileBytes: number;
  /** Bytes of all files of one contract together. */
  maxTotalBytes: number;
  /** Nesting of mappings and sequences, aliases followed. Checked before any recursive code sees the document. */
  maxDepth: number;
  /** Line breaks and separators of one YAML file: bounds the memory its parser needs, about 350 bytes for each. */
  maxYamlTokens: number;
  /** Keys of one YAML mapping: readers that keep positions compare each with all before it. */
  maxYamlKeys: number;
  /** Documents of one YAML file, separated by `---`. */
  maxYamlDocuments: number;
  /** Values and keys of one JSON file. */
  maxJsonTokens: number;
  /** How many times larger than written a YAML file may become when its aliases are followed. */
  maxAliasFactor: number;
  /** Files of one contract, the root included. */
  maxFiles: number;
  /** `$ref`s followed in one contract. */
  maxRefs: number;
  /** Problems reported for one contract; the rest is counted. */
  maxProblems: number;
  /** Hand `http:`, `https:` and `file:` references to the host's `read`. Off: they are refused without asking. */
  allowRemote: boolean;
}

export const DEFAULT_LIMITS: Readonly<SourceLimits> = Object.freeze({
  maxFileBytes: 64 * 1024 * 1024,
  maxTotalBytes: 128 * 1024 * 1024,
  maxDepth: 1_000,
  maxYamlTokens: 1_000_000,
  maxYamlKeys: 20_000,
  maxYamlDocuments: 1_000,
  maxJsonTokens: 10_000_000,
  maxAliasFactor: 100,
  maxFiles: 500,
  maxRefs: 200_000,
  maxProblems: 100,
  allowRemote: false,
});

/** The defaults with the caller's changes. An explicit `undefined` keeps the default. */
export function resolveLimits(limits: Partial<SourceLimits> = {}): SourceLimits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(given) };
}
