import { describe, expect, it } from 'vitest'
import { readDoorArguments } from '../../electron/loopback/door-arguments.ts'

const none = { port: null, token: null }
const read = (...words: string[]) => readDoorArguments(words, '/home/me')

describe('the command line of the door', () => {
  it('takes paths from where it was started, and a free port', () => {
    expect(read('--data', 'desk', '--workspace', '../team')).toEqual({
      ok: true,
      value: {
        data: '/home/me/desk',
        workspace: '/home/team',
        port: null,
        open: true,
        testClockAt: null,
        intake: none,
      },
    })
  })

  it('takes everything that the start command gives', () => {
    const words = ['--data', '/d', '--port', '4321', '--no-open', '--test-clock', '2026-12-24T13:00:00.000Z']
    const intake = ['--intake-port', '9797', '--intake-token', 'a-token-long-enough']
    expect(read(...words, ...intake)).toEqual({
      ok: true,
      value: {
        data: '/d',
        workspace: null,
        port: 4321,
        open: false,
        testClockAt: '2026-12-24T13:00:00.000Z',
        intake: { port: 9_797, token: 'a-token-long-enough' },
      },
    })
  })

  it.each([
    [[], 'Say where to keep the data: --data DIR'],
    [['--data', '/d', '--port', 'http'], '--port takes a number from 0 to 65535, not "http"'],
    [['--data', '/d', '--port', '65536'], '--port takes a number from 0 to 65535, not "65536"'],
    [
      ['--data', '/d', '--test-clock', 'noon'],
      '--test-clock takes an instant such as 2026-12-24T13:00:00.000Z, not "noon"',
    ],
    [['--data', '/d', '--intake-port', 'x'], '--intake-port takes a number from 0 to 65535, not "x"'],
    [
      ['--data', '/d', '--intake-token', 'short'],
      '--intake-token takes 16 to 512 letters, digits and signs without blanks',
    ],
  ])('%j is refused in one sentence', (words, error) => {
    expect(read(...words)).toEqual({ ok: false, error })
  })

  it('refuses what it does not know', () => {
    expect(read('--data', '/d', '--host', '0.0.0.0')).toMatchObject({
      ok: false,
      error: expect.stringContaining('--host'),
    })
  })
})
