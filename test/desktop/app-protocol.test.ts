import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDeskFiles, deskSchemePrivileges } from '../../electron/desktop/app-protocol.ts'
import { contentSecurityPolicy } from '../../electron/host/content-security-policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-protocol-'))
const served = join(folder, 'out', 'renderer')
const secret = 'a secret beside the bundle'

beforeAll(() => {
  mkdirSync(join(served, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'out', 'renderer-other'))
  writeFileSync(join(served, 'index.html'), '<!doctype html>')
  writeFileSync(join(served, 'assets', 'index-B1x_2.js'), 'export {}')
  writeFileSync(join(served, 'assets', 'inter.woff2'), 'font')
  writeFileSync(join(served, '.hidden.html'), secret)
  writeFileSync(join(served, 'data.sqlite'), secret)
  for (const path of ['secret.html', 'out/secret.html', 'out/renderer-other/secret.html'])
    writeFileSync(join(folder, path), secret)
  symlinkSync(join(folder, 'secret.html'), join(served, 'link.html'))
  symlinkSync(folder, join(served, 'up'))
  symlinkSync(join(folder, 'out', 'renderer-other'), join(served, 'beside'))
  symlinkSync(join(served, 'index.html'), join(served, 'within.html'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET') => createDeskFiles(served)({ url, method })

describe("the page's own files", () => {
  it.each([
    ['app://nightdesk/', 'text/html; charset=utf-8'],
    ['app://nightdesk/index.html', 'text/html; charset=utf-8'],
    ['app://nightdesk/index.html#/incident/20261224-abcd', 'text/html; charset=utf-8'],
    ['app://nightdesk/index.html?x=..%2f', 'text/html; charset=utf-8'],
    ['app://nightdesk/within.html', 'text/html; charset=utf-8'],
    ['app://nightdesk/assets/index-B1x_2.js', 'text/javascript; charset=utf-8'],
    ['app://nightdesk/assets/inter.woff2', 'font/woff2'],
  ])('%s is served as %s', async (url, type) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it.each(['app://nightdesk/index.html', 'app://nightdesk/absent.html', 'app://other/'])(
    '%s carries the policy and nosniff',
    async (url) => {
      const { headers } = await get(url)
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it('takes a real Request, and a HEAD gets no body', async () => {
    const whole = await createDeskFiles(served)(new Request('app://nightdesk/index.html'))
    const head = await get('app://nightdesk/index.html', 'HEAD')
    expect(await whole.text()).toBe('<!doctype html>')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('is read only', async () => {
    const statuses = await Promise.all(
      ['POST', 'PUT', 'DELETE'].map((method) => get('app://nightdesk/index.html', method)),
    )
    expect(statuses.map(({ status }) => status)).toEqual([405, 405, 405])
  })
})

const traversals = [
  '/../secret.html',
  '/../../secret.html',
  '/assets/../../secret.html',
  '/assets/../index.html',
  '/./index.html',
  '/%2e%2e/secret.html',
  '/%2E%2E/secret.html',
  '/.%2e/secret.html',
  '/%2e%2e%2fsecret.html',
  '/..%2fsecret.html',
  '/..%5csecret.html',
  '/%5c..%5csecret.html',
  '/..\\secret.html',
  '/assets\\..\\..\\secret.html',
  '/%252e%252e/secret.html',
  '/..%c0%afsecret.html',
  '/%c0%ae%c0%ae/secret.html',
  '/index.html%00',
  '/../secret.html%00.js',
  '/index.html\0',
  '//secret.html',
  '//server/share/secret.html',
  '/\\\\server\\share\\secret.html',
  '/%5c%5cserver%5cshare%5csecret.html',
  '/C:/secret.html',
  '/c:%5csecret.html',
  '/index.html::$DATA.html',
  '/index.html:stream.html',
  '/.hidden.html',
  '/%2ehidden.html',
  '/data.sqlite',
  '/assets',
  '/assets/',
  '/index.html/',
  '/index.html/x.html',
  '/index.html.',
  '/index.html ',
  '/index.html%20',
  '/link.html',
  '/up/secret.html',
  '/up/out/secret.html',
  '/beside/secret.html',
  '/../renderer-other/secret.html',
  '/~/secret.html',
  '/file:///etc/passwd',
  '/absent.html',
]

describe('everything else', () => {
  it.each(traversals)('S7 %j is not found', async (path) => {
    const response = await get(`app://nightdesk${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain(secret)
  })

  it.each([
    'app://other/index.html',
    'app://nightdesk.elsewhere.example/index.html',
    'app://nightdesk:80/index.html',
    'app://user@nightdesk/index.html',
    'app://NIGHTDESK/index.html',
    'app:///index.html',
    'app:index.html',
    'https://nightdesk/index.html',
    'file:///index.html',
    '',
  ])('S7 the address %j is not found', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  it('S7 no path made of dots, slashes and escapes leads out', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      'secret.html',
      'up',
      'out',
      'assets',
      ':',
      '\0',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const response = await get(`app://nightdesk/${pieces.join('')}`)
        expect(await response.text()).not.toContain(secret)
      }),
      { numRuns: 1_000 },
    )
  })
})

it('the scheme has an origin of its own and can neither skip the policy nor run service workers', () => {
  expect(deskSchemePrivileges).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  })
})
