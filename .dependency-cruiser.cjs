/**
 * The floors of docs/architecture.md as checks. Imports go down only. Each rule says what to do instead.
 */
const engines = 'contract-(source|diff|lint|usage|deprecations)';

module.exports = {
  forbidden: [
    {
      // A circle that types alone close is erased by the compiler: a helper may name the type of the class it serves.
      name: 'no-cycles',
      comment:
        'Two files that need each other are one room or need a third below both. Move the shared part down.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'floor-0-stands-alone',
      comment:
        'contract-findings is the shared language. What it needs from an engine belongs into it as a type.',
      severity: 'error',
      from: { path: '^packages/contract-findings/src' },
      to: { path: '^(packages/(?!contract-findings)|plugins)/' },
    },
    {
      name: 'engines-do-not-see-each-other',
      comment:
        'A host joins engines: pass plain values of contract-findings between them in packages/cli or the backend plugin.',
      severity: 'error',
      from: { path: `^packages/(${engines})/src`, pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: `^packages/${engines}/`, pathNot: '^packages/$1/' },
    },
    {
      name: 'engines-do-no-io',
      comment:
        'Engines receive read and now from their host, so that they run in browsers and tests. Take it as a parameter.',
      severity: 'error',
      from: {
        path: '^packages/contract-(findings|source|diff|usage|deprecations)/src',
        pathNot: '\\.test\\.ts$|/testing/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engines-do-not-see-hosts',
      comment: 'Imports go down only. Move what the engine needs into an engine or into contract-findings.',
      severity: 'error',
      from: { path: `^packages/${engines}/src` },
      to: { path: '^(packages/(cli|app|backend)|plugins)/' },
    },
    {
      name: 'hosts-are-siblings',
      comment: 'The command line and the portal call the same engines, never each other.',
      severity: 'error',
      from: { path: '^packages/cli/src' },
      to: { path: '^(plugins|packages/(app|backend))/' },
    },
    {
      name: 'plugins-do-not-see-the-cli',
      comment: 'What both hosts need is an engine.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^packages/(cli|app|backend)/' },
    },
    {
      name: 'frontend-sees-no-engine',
      comment:
        'The frontend shows what the HTTP API says: use @treaty/plugin-api-governance-common and the types of contract-findings.',
      severity: 'error',
      from: { path: '^plugins/api-governance/src' },
      to: {
        path: `^(packages/${engines}|plugins/(api-governance-backend|api-governance-node|catalog-backend-module-api-governance))/`,
      },
    },
    {
      name: 'common-is-below-both-sides',
      comment:
        'plugins/api-governance-common runs in browsers and servers; keep it to types, permissions and the client.',
      severity: 'error',
      from: { path: '^plugins/api-governance-(common|node)/src' },
      to: { path: '^plugins/(api-governance|api-governance-backend|catalog-backend-module-api-governance)/' },
    },
    {
      name: 'only-contract-lint-knows-spectral',
      comment: 'Spectral can be exchanged because one room knows it. Ask contract-lint.',
      severity: 'error',
      from: { path: '^(packages|plugins)/', pathNot: '^packages/contract-lint/' },
      to: { path: '@stoplight/spectral' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|node_modules|coverage|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
