/**
 * The directions of the house. The path of a file tells what it may touch.
 * `test/guard/planted` holds one breach of each rule, which `test/guard` expects to be found.
 */
const installed = (...names) => `(^|/)node_modules/(${names.join('|')})/`

const pureLibraries = installed(
  'xstate',
  'zod',
  'yaml',
  'smol-toml',
  '(@types/)?markdown-it',
  'minisearch',
  'temporal-polyfill',
  'date-holidays',
  'diff',
)
const electron = installed('electron', 'electron-store')

/** The rooms in which a runbook is read, lowest first: each builds on those before it. */
const runbookRooms = [
  'languages',
  'words',
  'text',
  'commands',
  'variables',
  'passages',
  'sections',
  'steps',
  'weighing',
  'scenarios',
]
const above = (room) => runbookRooms.slice(runbookRooms.indexOf(room) + 1).join('|')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports itself and pure libraries: no Node, no DOM library, no shell.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: `^shared/|${pureLibraries}` },
    },
    {
      name: 'renderer-knows-shared-only',
      comment: 'renderer/ imports shared/ and itself: what it needs from the host, it asks through the contract.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: `^(electron|scripts)/|${electron}` },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host-knows-no-door',
      severity: 'error',
      from: { path: '^electron/host/' },
      to: { path: '^(electron/(?!host/)|renderer/|scripts/)' },
    },
    {
      name: 'doors-are-strangers',
      comment: 'A door imports host/ and itself, never another door and never the window.',
      severity: 'error',
      from: { path: '^electron/(desktop|loopback|cli)/' },
      to: { path: '^(electron/|renderer/|scripts/)', pathNot: '^electron/(host|$1)/' },
    },
    {
      name: 'electron-in-desktop-only',
      comment: 'Nothing but desktop/ reaches electron, not even through others: the rest runs where there is none.',
      severity: 'error',
      from: { path: '^(shared|electron/(host|loopback|cli)|renderer|scripts)/' },
      to: { path: electron, reachable: true },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-are-leaves',
      comment: 'What features share does not know them.',
      severity: 'error',
      from: { path: '^renderer/(ui|state|bridge)/' },
      to: { path: '^renderer/features/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^(test|fixtures)/' },
    },
    ...runbookRooms.slice(0, -1).map((room) => ({
      name: 'runbook-rooms-look-down',
      comment: 'A runbook is read from words up to scenarios; a room knows nothing of those that build on it.',
      severity: 'error',
      from: { path: `^shared/runbook/${room}/` },
      to: { path: `^shared/runbook/(${above(room)})/` },
    })),
    { name: 'no-dangling-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(out|test/guard/planted)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
