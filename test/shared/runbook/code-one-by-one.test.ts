import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const read = (...lines: string[]) => runbookOf('# Relay', '## Mitigation', '', ...lines).steps

const commandsOf = (...lines: string[]): string[] =>
  read(...lines).flatMap(({ commands }) => commands.map(({ text }) => text))

const fenced = (...lines: string[]): string[] => ['```sh', ...lines, '```']

describe('R3.3 commands in words', () => {
  it('R3.3 small words within what is quoted take no command away', () => {
    const mark = 'kubectl annotate node n1 reason="out for repair"'
    expect(commandsOf('- Drain the relay.', `- ${mark}`)).toEqual([mark])
  })

  it('R3.3 a call with nothing behind it, of which a later sentence tells, is only named', () => {
    expect(commandsOf('- Look at the site. `kubectl rollout undo` works within a site.')).toEqual([])
  })

  it('R3.3 what is shown "in this example" is only named', () => {
    expect(commandsOf('1. Name the job. In this example, the `kubectl apply -f ring.yaml` command makes one.')).toEqual(
      [],
    )
  })

  it('R3.3 a bare mark between the lines of a remark does not part them', () => {
    const script = ['# Drain the relay,', '#', '# which takes a while', 'relayctl drain', '', '# Restart it']
    const [drain, ...others] = read(...fenced(...script, 'relayctl restart'))
    expect(drain?.text).toBe('Drain the relay, which takes a while')
    expect(drain?.commands.map(({ text }) => text)).toEqual(['relayctl drain'])
    expect(others.map(({ text }) => text)).toEqual(['Restart it'])
  })
})

describe('R3.5 what a block of a shell only shows', () => {
  it.each([
    ['a message', ['@here', 'The ring is closed until noon today!', 'We are working on it with the owner.']],
    ['how a number is worked out', ['Lag = (written - read) / rate']],
  ])('R3.5 %s is typed by nobody', (_, lines) => {
    expect(commandsOf('Tell the readers of the lag:', '', ...fenced(...lines))).toEqual([])
  })

  it('R3.5 a call above the object that it is given is typed', () => {
    const call = ['rs.reconfig(', '{', '  "_id": "b",', '  "version": 2', '}', ')']
    expect(commandsOf('Set the members:', '', ...fenced(...call))).toEqual([call.join('\n')])
  })
})

describe('R3.2 R4 marks of site builders', () => {
  const tab = (name: string, command: string) => [`/// tab | ${name}`, ...fenced(command), '///', '']

  it('R3.2 tabs between slashes are ways, and end where they say so', () => {
    const tabs = [...tab('Linux', 'systemctl restart relay'), ...tab('Docker', 'docker restart relay')]
    expect(outlineOf(read('Restart it:', '', ...tabs, 'Look at the board.'))).toEqual([
      'Restart it',
      '  Either: Linux',
      '  Or: Docker',
      'Look at the board.',
    ])
  })

  it('R3.2 R4 the name of a tab and the title of a call-out keep the sign they end in', () => {
    const tabs = ['=== "C#"', '', '    Restart it.', '', '=== "Go"', '', '    Drain it.']
    expect(outlineOf(read(...tabs))).toEqual(['Either: C#: Restart it.', 'Or: Go: Drain it.'])
    expect(outlineOf(read('!!! danger "Restart the readers in C#"', '    They wait.'))).toEqual([
      'Restart the readers in C#',
    ])
  })

  it('R4 a box that only says it is one puts no word in front of its own', () => {
    const boxes = ['::: details', 'Rings are old.', ':::', '', '!!! abstract', '    Rings are small.']
    expect(read('Restart it.', '', ...boxes)[0]?.before).toBe('Rings are old.\n\nRings are small.')
  })
})
