import { checkDirections } from './directions.ts'
import { type Step, toolStep } from './step.ts'

const runtimes = [
  'test',
  'electron/cli',
  'electron/host',
  'electron/loopback',
  'electron/desktop',
  'renderer',
  'shared',
  'scripts',
]

/** Types, one runtime at a time: each tsconfig knows only what its runtime has. What was checked before is remembered. */
const typeStep = (root: string, runtime: string): Step => {
  const memory = `node_modules/.cache/tsc/${runtime.replaceAll('/', '-')}.tsbuildinfo`
  const words = ['-p', `${runtime}/tsconfig.json`, '--incremental', '--tsBuildInfoFile', memory]
  return toolStep(`types of ${runtime}`, root, 'typescript/bin/tsc', words)
}

const directionsStep = (root: string): Step => ({
  name: 'directions of imports',
  run: async () => {
    const { moduleCount, breaches } = await checkDirections(root)
    if (moduleCount === 0) return { passed: false, report: 'The guard read no module at all: it is blind.' }
    return { passed: breaches.length === 0, report: breaches.join('\n') }
  },
})

/** Everything that is checked without running the product, the longest first. */
export const staticSteps = (root: string): readonly Step[] => [
  ...runtimes.map((runtime) => typeStep(root, runtime)),
  directionsStep(root),
  toolStep('nothing unused', root, 'knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']),
  toolStep('style, sizes and names', root, '@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
    '--max-diagnostics=50',
  ]),
]
