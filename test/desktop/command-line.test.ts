import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../electron/desktop/command-line.ts'

const read = (...args: readonly string[]) => readCommandLine(args, '/home/eng-a')

describe('the command line', () => {
  it('chooses folders, taken from where it was typed', () => {
    expect(read('.', '--data', 'night', '--workspace=/team')).toEqual({ data: '/home/eng-a/night', workspace: '/team' })
  })

  it.each([
    [['.']],
    [['--data']],
    [['--data=']],
    [['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '--enable-logging', 'x']],
  ])('leaves %j to Chromium', (args) => {
    expect(read(...args)).toEqual({ data: null, workspace: null })
  })
})
