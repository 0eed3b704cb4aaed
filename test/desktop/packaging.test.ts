import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import {
  buildCheckout,
  installDesk,
  packaging,
  packedFiles,
  validatePackaging,
} from '../support/electron/package-desk.ts'
import type { BuiltDeskReport } from '../support/electron/run-built-desk.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'nightdesk-package-'))
const checkout = join(folder, 'checkout')
const resources = join(folder, 'resources')
const program = join(resources, 'app')

beforeAll(async () => {
  await buildCheckout(checkout)
  installDesk(checkout, resources)
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (path: string): string => readFileSync(join(program, path), 'utf8')
const assets = (): string[] => readdirSync(join(program, 'out/renderer/assets')).map((name) => `/assets/${name}`)

describe('the package', () => {
  it('is described as electron-builder wants it', async () => {
    await expect(validatePackaging()).resolves.toBeUndefined()
  })

  it('S2 has exactly the hardened fuses', () => {
    expect(packaging.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('holds the three bundles and package.json, and nothing of the checkout besides', () => {
    const packed = packedFiles(checkout)
    const elsewhere = packed.filter((path) => !path.startsWith('out/renderer/'))
    expect(elsewhere.toSorted()).toEqual(['out/main/main.js', 'out/preload/preload.cjs', 'package.json'])
    expect(packed).toContain('out/renderer/index.html')
    expect(elsewhere).toContain(packageFile.main)
  })

  it('has its icons and the demo workspace at hand', () => {
    const paths = [
      'shell-icons/tray.png',
      'shell-icons/tray@2x.png',
      'shell-icons/trayTemplate.png',
      'shell-icons/window.png',
    ]
    const missing = [...paths, 'workspace/team.yaml'].filter((path) => !existsSync(join(resources, path)))
    expect(missing).toEqual([])
    expect(existsSync(join(root, 'build/icon.png'))).toBe(true)
  })

  it('goes by the name under which Windows shows its notifications', () => {
    expect(read('out/main/main.js')).toContain(`"${packaging.appId}"`)
  })
})

describe('the bundles', () => {
  it('main imports Node and Electron, and nothing that would have to be installed', () => {
    const imported = [...read('out/main/main.js').matchAll(/^import\s[^"']*["']([^"']+)["']/gm)].map(
      ([, name = '']) => name,
    )
    const foreign = imported.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    expect([...new Set(foreign)]).toEqual(['electron'])
  })

  it('the preload is CommonJS and requires Electron alone', () => {
    const text = read('out/preload/preload.cjs')
    expect(text).not.toMatch(/^\s*(import|export)\s/m)
    expect([...text.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
  })

  it('S17 the page asks for nothing outside itself', () => {
    const html = read('out/renderer/index.html')
    const asked = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter((address) => !address.startsWith('/assets/') && !address.startsWith('data:'))).toEqual([])
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/i)
    for (const asset of assets().filter((path) => /\.(js|css)$/.test(path))) {
      const loads =
        /(?:url\(|@import\s*|\bfrom\s*|\bimport\s*\(?|importScripts\(|new (?:Shared)?Worker\(|fetch\()\s*["'`]?(?:https?:|wss?:)?\/\//g
      expect([asset, read(`out/renderer${asset}`).match(loads)]).toEqual([asset, null])
    }
  })
})

describe('the packaged desk, run over the stand-in', () => {
  let report: BuiltDeskReport
  beforeAll(() => {
    const script = join(root, 'test/support/electron/run-built-desk.ts')
    const words = [script, resources, join(folder, 'data'), '/', '/index.html', '/absent.js', ...assets()]
    const run = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 50_000 })
    if (run.status !== 0) throw new Error(run.stderr)
    report = JSON.parse(run.stdout)
  })

  it('opens its page with the preload that was packed', () => {
    expect([report.loaded, report.preload]).toEqual([
      'app://nightdesk/index.html',
      join(program, 'out/preload/preload.cjs'),
    ])
  })

  it('S3 gives the page the wire and nothing more, from a preload that a sandbox can run', () => {
    expect([report.required, report.exposed, report.wire]).toEqual([['electron'], ['nightdesk'], ['send', 'listen']])
  })

  it('serves every file of its page under the right type, and nothing else', () => {
    const types: Readonly<Record<string, string>> = {
      js: 'text/javascript; charset=utf-8',
      css: 'text/css; charset=utf-8',
      woff2: 'font/woff2',
      woff: 'font/woff',
      svg: 'image/svg+xml',
      png: 'image/png',
    }
    const wrong = report.answers.filter(({ path, status, type }) => {
      if (path === '/absent.js') return status !== 404
      const expected = types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8'
      return status !== 200 || type !== expected
    })
    expect(wrong).toEqual([])
    expect(report.answers.length).toBeGreaterThan(4)
  })

  it('runs the real host on the demo workspace that was packed', () => {
    expect(report.desk).toMatchObject({
      ok: true,
      value: {
        version: packageFile.version,
        dataFolder: join(folder, 'data'),
        workspace: { path: join(resources, 'workspace') },
        capabilities: { shell: 'desktop' },
      },
    })
  })

  it('has its tray, and leaves when told to', () => {
    expect([report.tray, report.exitCode]).toEqual(['made', 0])
  })
})
