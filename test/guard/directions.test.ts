import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkDirections } from '../../scripts/check/directions.ts'

const root = join(import.meta.dirname, '../..')

/** One file for each breach; the libraries are named by their folder, because an editor may hoist them. */
const planted = [
  'doors-are-strangers: electron/loopback/visits-the-desktop.ts -> electron/desktop/shell.ts',
  'electron-in-desktop-only: electron/cli/stores-with-electron.ts -> electron-store',
  'electron-in-desktop-only: electron/host/behind.ts -> electron',
  'electron-in-desktop-only: electron/host/reaches-electron.ts -> electron',
  'electron-in-desktop-only: electron/loopback/visits-the-desktop.ts -> electron',
  'features-are-islands: renderer/features/two/borrows.ts -> renderer/features/one/one.ts',
  'features-are-leaves: renderer/ui/knows-a-feature.ts -> renderer/features/one/one.ts',
  'host-knows-no-door: electron/host/opens-a-door.ts -> electron/loopback/door.ts',
  'no-cycles: shared/chases.ts -> shared/tail.ts',
  'no-dangling-imports: shared/dangles.js -> ./gone.js',
  'nothing-imports-tests: shared/uses-a-fixture.ts -> test/support.ts',
  'renderer-knows-shared-only: renderer/calls-the-host.ts -> electron/host/service.ts',
  'renderer-without-node: renderer/reads-the-disk.ts -> fs',
  'runbook-rooms-look-down: shared/runbook/words/asks-a-step.ts -> shared/runbook/steps/step.ts',
  'shared-is-pure: shared/dangles.js -> ./gone.js',
  'shared-is-pure: shared/knows-the-host.ts -> electron/host/service.ts',
  'shared-is-pure: shared/reads-the-disk.ts -> fs',
  'shared-is-pure: shared/uses-a-dom-library.ts -> react-dom',
  'shared-is-pure: shared/uses-a-fixture.ts -> test/support.ts',
]

describe('the guard of the directions', () => {
  it('finds each planted breach, and nothing else', async () => {
    const { breaches } = await checkDirections(join(root, 'test/guard/planted'))
    const named = breaches.map((breach) => breach.replace(/-> .*node_modules\/([^/]+)\/.*$/, '-> $1'))
    expect(named.toSorted()).toEqual(planted)
  })

  it('reads this checkout, both sides of it', async () => {
    const { moduleCount } = await checkDirections(root)
    expect(moduleCount).toBeGreaterThan(100)
  })
})
