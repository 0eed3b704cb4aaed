import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../electron/desktop/command-line.ts'

const none = { ok: true, value: { port: null, token: null } }
const read = (...args: readonly string[]) => readCommandLine(args, '/home/eng-a')

describe('the command line', () => {
  it('chooses folders, taken from where it was typed', () => {
    expect(read('.', '--data', 'night', '--workspace=/team')).toEqual({
      data: '/home/eng-a/night',
      workspace: '/team',
      intake: none,
    })
  })

  it.each([
    [['.']],
    [['--data']],
    [['--data=']],
    [['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '--enable-logging', 'x']],
  ])('leaves %j to Chromium', (args) => {
    expect(read(...args)).toEqual({ data: null, workspace: null, intake: none })
  })

  it('switches the intake on for this run, and says what is wrong with its words', () => {
    const given = read('--intake-port=9797', '--intake-token', 'a-token-long-enough').intake
    expect(given).toEqual({ ok: true, value: { port: 9_797, token: 'a-token-long-enough' } })
    expect(read('--intake-port', 'x').intake).toMatchObject({
      ok: false,
      error: expect.stringContaining('--intake-port'),
    })
    expect(JSON.stringify(read('--intake-token', 'secret').intake)).not.toContain('secret')
  })
})
