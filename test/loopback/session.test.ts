import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeptSessions, type KeptSessions } from '../../electron/loopback/kept-sessions.ts'
import { createSessionTokens } from '../../electron/loopback/session-token.ts'
import { openTestDoor, type TestDoor } from '../support/open-test-door.ts'
import { rawRequest } from '../support/raw-request.ts'

describe('the key to the door', () => {
  let door: TestDoor
  beforeEach(async () => {
    door = await openTestDoor()
  })
  afterEach(() => door.close())

  const enter = (token: string, headers: Record<string, string> = {}) =>
    rawRequest({ port: door.port, path: `/?token=${token}`, headers })

  it('a token buys a cookie that scripts and other sites cannot use, and leaves the address', async () => {
    const answer = await enter(door.tokens.issue())
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe('/')
    const cookie = new RegExp(`^nightdesk-${door.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(cookie)])
  })

  it('a token spent twice is refused', async () => {
    const token = door.tokens.issue()
    await enter(token)
    const again = await enter(token)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it('a window that has its cookie may load the old address again', async () => {
    const again = await enter('spent-long-ago', { cookie: door.cookie })
    expect(again).toMatchObject({ status: 302, headers: { location: '/' } })
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  it.each(['', 'wrong', 'a'.repeat(43), '%00', '__proto__'])('a wrong token "%s" is refused', async (token) => {
    expect((await enter(token)).status).toBe(403)
  })

  it.each(['/', '/index.html', '/assets/app.js', '/events', '/rpc/desk.describe', '/nothing', '/test/clock'])(
    'without a cookie %s is refused',
    async (path) => {
      const answers = await Promise.all(
        ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].map((method) =>
          rawRequest({ port: door.port, method, path }),
        ),
      )
      expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 401])
    },
  )

  it('a token is spent by GET of the first page only', async () => {
    const token = door.tokens.issue()
    const elsewhere = await rawRequest({ port: door.port, path: `/events?token=${token}` })
    const byPost = await rawRequest({ port: door.port, method: 'POST', path: `/?token=${token}` })
    expect([elsewhere.status, byPost.status]).toEqual([401, 401])
    expect((await enter(token)).status).toBe(302)
  })

  it("another door's cookie opens nothing", async () => {
    const other = await openTestDoor()
    const value = other.cookie.split('=')[1] ?? ''
    const answer = await rawRequest({ port: door.port, headers: { cookie: `nightdesk-${door.port}=${value}` } })
    await other.close()
    expect(answer.status).toBe(401)
  })

  it('finds its cookie among others', async () => {
    const headers = { cookie: `nightdesk-1=x; ${door.cookie}; nightdesk=y` }
    expect((await rawRequest({ port: door.port, headers })).status).toBe(200)
  })
})

const keepsNothing: KeptSessions = { digests: () => [], keep: () => undefined }

describe('tokens', () => {
  it('have 256 bits and never repeat', () => {
    const tokens = createSessionTokens(() => 0, keepsNothing)
    const issued = Array.from({ length: 200 }, () => tokens.issue())
    expect(new Set(issued).size).toBe(200)
    expect(issued.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true)
  })

  it('expire when they are not spent in time', () => {
    let nowMs = 0
    const tokens = createSessionTokens(() => nowMs, keepsNothing)
    const [early, late, lasting] = [tokens.issue(60_000), tokens.issue(60_000), tokens.issue()]
    nowMs = 60_000
    expect(tokens.spend(early)).not.toBeNull()
    nowMs = 60_001
    expect(tokens.spend(late)).toBeNull()
    expect(tokens.spend(lasting)).not.toBeNull()
  })

  it('are held in a bounded number: the oldest that nobody spent is forgotten', () => {
    const tokens = createSessionTokens(() => 0, keepsNothing)
    const issued = Array.from({ length: 17 }, () => tokens.issue())
    const [oldest = '', next = ''] = issued
    expect(tokens.spend(oldest)).toBeNull()
    expect(tokens.spend(next)).not.toBeNull()
  })
})

describe('sessions of earlier runs', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-sessions-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const runOfDoor = (log: string[] = []) =>
    createSessionTokens(
      () => 0,
      createKeptSessions(folder, (line) => log.push(line)),
    )
  const buy = (door = runOfDoor()) => door.spend(door.issue()) ?? ''

  it('open the door that was started again on the same data', async () => {
    const before = await openTestDoor({ dataFolder: folder })
    await before.close()
    const after = await openTestDoor({ dataFolder: folder, port: before.port })
    const answer = await rawRequest({ port: after.port, headers: { cookie: before.cookie } })
    await after.close()
    expect(answer.status).toBe(200)
  })

  it('cannot be read out of the data folder, and only their owner may look', () => {
    const session = buy()
    expect(readFileSync(join(folder, 'sessions'), 'utf8')).not.toContain(session)
    expect(statSync(join(folder, 'sessions')).mode & 0o777).toBe(0o600)
    const [digest = ''] = readFileSync(join(folder, 'sessions'), 'utf8').split('\n')
    expect([runOfDoor().isOpen(session), runOfDoor().isOpen(digest), runOfDoor().isOpen('')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('are the newest sixteen', () => {
    const bought = Array.from({ length: 17 }, () => buy())
    expect(bought.map((session) => runOfDoor().isOpen(session))).toEqual(bought.map((_, number) => number > 0))
  })

  it.each(['', 'x\n', '\0\0', `${'f'.repeat(63)}\n`])('are none when the file says %j', (text) => {
    writeFileSync(join(folder, 'sessions'), text)
    const session = buy()
    expect(runOfDoor().isOpen(session)).toBe(true)
    expect(readFileSync(join(folder, 'sessions'), 'utf8').split('\n')).toHaveLength(2)
  })

  it('that cannot be kept still open this run, and it is said', () => {
    rmSync(folder, { recursive: true })
    const log: string[] = []
    const door = runOfDoor(log)
    expect(door.isOpen(buy(door))).toBe(true)
    expect(log).toEqual([expect.stringContaining('will need a new address')])
  })
})
