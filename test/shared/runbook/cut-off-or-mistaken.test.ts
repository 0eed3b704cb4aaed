import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', ...lines).steps
const commandsOf = (...lines: string[]) => stepsOf(...lines).flatMap(({ commands }) => commands.map(({ text }) => text))
const fence = (language: string, ...lines: string[]) => ['', `\`\`\`${language}`, ...lines, '```', '']

describe('R3.3 calls that are whole', () => {
  it('R3.3 an argument as deep as the line above it is typed, though a backslash is missing', () => {
    const call = ['ringctl restart \\', '  -d ring-b', '  $(ringctl list | grep late)']
    const [first = '', ...rest] = call
    expect(commandsOf('## Fix', 'Restart it:', ...fence('sh', `$ ${first}`, ...rest))).toEqual([call.join('\n')])
  })

  it('R3.4 what a call printed stays its answer, however deep', () => {
    const printed = ['$ ringctl restart \\', '  -d ring-b', '  ring-b is up']
    expect(commandsOf('## Fix', 'Restart it:', ...fence('sh', ...printed))).toEqual(['ringctl restart \\\n  -d ring-b'])
  })

  it('R3.3 what is not to be done, but something else, is only named', () => {
    expect(commandsOf('## Fix', '1. Instead of searching for `SELECT * FROM rings`, look at the board.')).toEqual([])
  })

  it('R3.4 code below "which outputs" was printed', () => {
    const asked = ['Find the name by running:', ...fence('sh', 'host ring-b'), 'which outputs, eg:']
    expect(stepsOf('## Fix', ...asked, ...fence('', 'ring-b has address 10.0.0.7')).map(({ text }) => text)).toEqual([
      'Find the name by running',
    ])
  })
})

describe('R3.5 what nobody types', () => {
  it('R3.5 a picture that is set in as far as code is', () => {
    const [step] = stepsOf('## Fix', '* Save a copy', '', '      ![The tab](tab.png)', '', '* Check it')
    expect(step?.commands).toEqual([])
  })

  it('R3.5 the form of a screen below a heading that begins with its name', () => {
    const form = ['Group size', 'Set the least number of relays that the group can have.', '2', 'relays']
    expect(commandsOf('## Fix', 'Drain it.', '### Board of relays - Edit Group', ...fence('', ...form))).toEqual([])
    expect(commandsOf('### Raise the limit', ...fence('', 'limit is 3'))).toEqual(['limit is 3'])
  })
})

describe('R4 marks that are words', () => {
  it('R4 of "!!! WARNING! ..." no word is lost', () => {
    const warning = '!!! WARNING! this was tried in the test ring only! Use it with care !!!'
    expect(stepsOf(warning, '', '## Procedure', '1. Drain the ring')[0]?.before).toContain(
      'tried in the test ring only',
    )
  })

  it('R4 nor of a title in small letters, which is no class', () => {
    const box = ['!!! warning never do this twice', '    It is slow.']
    expect(stepsOf('## Fix', '1. Drain the ring', '', ...box)[0]?.before).toContain('never do this twice')
    expect(
      stepsOf('## Fix', '1. Drain the ring', '', '!!! note inline end', '    It is slow.')[0]?.before,
    ).not.toContain('inline')
  })
})
