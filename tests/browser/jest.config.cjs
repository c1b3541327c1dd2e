/** The browser walk: run by scripts/test/browser.mts, which starts the portal and sets TREATY_URL and CHROME_PATH. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testTimeout: 90_000,
  transform: { '\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
