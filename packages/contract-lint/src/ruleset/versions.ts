/** What stands behind a verdict besides the ruleset; a test holds these against what is installed. */
export const ENGINE_VERSIONS = {
  '@treaty/contract-lint': '0.1.0',
  '@stoplight/spectral-core': '1.24.1',
  '@stoplight/spectral-formats': '1.9.0',
  '@stoplight/spectral-functions': '1.11.1',
  '@stoplight/spectral-rulesets': '1.23.1',
} as const;
