/** A folder of lib/ imports only what stands before it. */
const order = [
  ...[
    'platform',
    'domain',
    'reading',
    'suggestions',
    'formats',
    'history',
    'instance',
    'organizations',
    'people',
    'mentions',
    'documents',
    'keys',
    'recommendations',
    'registration',
    'relations',
  ],
  ...[
    'assignments',
    'plans',
    'evidence',
    'reports',
    'cycles',
    'annotations',
    'erasures',
    'register',
    'notifications',
    'overview',
    'publications',
    'imports',
    'sheets',
    'server',
  ],
]

const folders = (names) => `^lib/(${names.join('|')})/`

const direction = order.slice(0, -1).map((name, index) => ({
  name: `${name}-looks-back`,
  comment: `lib/${name} imports only what stands before it: ${order.slice(0, index).join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: folders([name]) },
  to: { path: folders(order.slice(index + 1)) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...direction,
    {
      name: 'only-known-folders',
      comment: 'A new noun takes its place in the order above.',
      severity: 'error',
      from: { path: '^lib/', pathNot: [folders(order), '^lib/(cli|messages)/'] },
      to: {},
    },
    {
      name: 'nothing-imports-app',
      comment: 'Screens and addresses stand above everything.',
      severity: 'error',
      from: { pathNot: '^(app|tests)/' },
      to: { path: '^app/' },
    },
    {
      name: 'kit-knows-no-data',
      comment: 'app/_ui draws: no data, no rules.',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: {
        path: ['^lib/', '^app/(?!_ui/)'],
        pathNot: '^lib/(messages|platform/(i18n|text|form|markdown|split-rows|step-chart|take-turns))',
      },
    },
    {
      name: 'app-asks-lib',
      comment: 'Pages and routes call queries and commands, never the database.',
      severity: 'error',
      from: { path: '^(app/|instrumentation)' },
      to: {
        path: [
          '^lib/platform/db\\.',
          '^lib/(cli|server)/',
          '^prisma/(generated/(?!enums)|seed)',
          '^node_modules/(pg|@prisma)/',
        ],
      },
    },
    {
      name: 'commands-are-no-part',
      comment: 'The command line uses the product, not the other way round.',
      severity: 'error',
      from: { path: '^(lib/(?!cli/)|prisma/)' },
      to: { path: '^lib/cli/' },
    },
    {
      name: 'seed-is-asked-by-commands',
      severity: 'error',
      comment: 'Only the command line puts the first document in.',
      from: { pathNot: '^(lib/cli/|prisma/seed/|tests/)' },
      to: { path: '^prisma/seed/' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/generated|\\.next)/(?!client|enums)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
