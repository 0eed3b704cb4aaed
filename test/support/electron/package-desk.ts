import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { build } from 'vite'
import { parse } from 'yaml'
import { buildTargets } from '../../../scripts/build/targets.ts'

const root = join(import.meta.dirname, '../../..')

/** The part of electron-builder.yml that says what goes where. */
export type Packaging = {
  readonly appId: string
  readonly files: readonly string[]
  readonly extraResources: readonly { readonly from: string; readonly to: string }[]
  readonly electronFuses: Readonly<Record<string, boolean>>
}

export const packaging = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Packaging

type Filter = (file: string, stats: ReturnType<typeof statSync>) => boolean
type Matcher = { readonly createFilter: () => Filter }
type FileMatcherModule = {
  readonly getMainFileMatchers: (...args: readonly unknown[]) => readonly Matcher[]
  readonly getNodeModuleFileMatcher: (...args: readonly unknown[]) => Matcher
}

type ConfigModule = { readonly validateConfiguration: (config: Packaging, logger: object) => Promise<void> }

const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { getMainFileMatchers, getNodeModuleFileMatcher } = builderRequire(
  'app-builder-lib/out/fileMatcher.js',
) as FileMatcherModule

/** electron-builder's own check of its configuration; rejects with what is wrong. */
export async function validatePackaging(): Promise<void> {
  const { validateConfiguration } = builderRequire('app-builder-lib/out/util/config/config.js') as ConfigModule
  await validateConfiguration(packaging, { isEnabled: false, add: () => undefined })
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** What electron-builder would pack of a checkout, by its own matchers, as paths with slashes. */
export function packedFiles(checkout: string): string[] {
  const packager = {
    config: packaging,
    projectDir: checkout,
    buildResourcesDir: 'build',
    isPrepackedAppAsar: false,
    debugLogger: { isEnabled: false },
  }
  const plain = (text: string): string => text
  const output = join(checkout, 'dist')
  const main = getMainFileMatchers(checkout, '/packed', plain, {}, { info: packager }, output, false)
  const filters = main.map((matcher) => matcher.createFilter())
  const modules = getNodeModuleFileMatcher(checkout, '/packed', plain, {}, packager).createFilter()
  const isPacked = (file: string): boolean =>
    file.startsWith(join(checkout, 'node_modules') + sep)
      ? modules(file, statSync(file))
      : filters.some((filter) => filter(file, statSync(file)))
  return filesUnder(checkout)
    .filter(isPacked)
    .map((file) => relative(checkout, file).split(sep).join('/'))
}

/** Builds what the desktop needs into a folder that stands for the checkout, beside things that must not be packed. */
export async function buildCheckout(checkout: string): Promise<void> {
  for (const target of buildTargets) {
    if (!['renderer', 'desktop main', 'desktop preload'].includes(target.name)) continue
    const config = target.config(root)
    const outDir = join(checkout, dirname(target.output))
    await build({ ...config, logLevel: 'error', build: { ...config.build, outDir, emptyOutDir: true } })
  }
  copyFileSync(join(root, 'package.json'), join(checkout, 'package.json'))
  const decoys = [
    'node_modules/zod/index.js',
    'node_modules/zod/package.json',
    'out/loopback/main.js',
    'out/cli/nightdesk.js',
    'out/main/main.js.map',
    'electron/desktop/main.ts',
    'test/desktop/main.test.ts',
    'fixtures/workspace/team.yaml',
    'build/icon.svg',
    'electron-builder.yml',
    'package-lock.json',
    '.env',
  ]
  for (const decoy of decoys) {
    mkdirSync(dirname(join(checkout, decoy)), { recursive: true })
    writeFileSync(join(checkout, decoy), 'not for the package')
  }
}

/** Lays the packed files and the extra resources out as the installed program has them; the archive is a folder here. */
export function installDesk(checkout: string, resources: string): void {
  for (const path of packedFiles(checkout)) {
    mkdirSync(dirname(join(resources, 'app', path)), { recursive: true })
    copyFileSync(join(checkout, path), join(resources, 'app', path))
  }
  for (const { from, to } of packaging.extraResources) {
    cpSync(join(root, from), join(resources, to), { recursive: true })
  }
}
