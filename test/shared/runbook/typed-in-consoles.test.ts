import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const commandsOf = (...lines: string[]) =>
  stepsOf(...lines).flatMap(({ commands }) =>
    commands.map(({ text, output }) => (output === undefined ? text : `${text} >> ${output}`)),
  )
const typedIn = (language: string, ...code: string[]) => commandsOf('Do it:', '', `\`\`\`${language}`, ...code, '```')

describe('R3 what was typed in the console of a language', () => {
  it('R3 what stands behind "=>" was answered', () => {
    expect(typedIn('ruby', 'Ring.find(7).late?', '=> true', 'ring = Ring.last', '=> nil')).toEqual([
      'Ring.find(7).late? >> => true',
      'ring = Ring.last >> => nil',
    ])
  })

  it('R3 where it answers, all behind its mark was typed, and a remark there was not', () => {
    const typed = [
      '> ring = Ring.last',
      '=> #<Ring id:1>',
      '> ring.place',
      '=> "relay-3"',
      '> # the place of it is old',
    ]
    expect(typedIn('', ...typed)).toEqual([
      'ring = Ring.last >> => #<Ring id:1>',
      'ring.place >> => "relay-3"\n> # the place of it is old',
    ])
    expect(stepsOf('Do it:', '', '```', ...typed, '```')[0]?.before).toBe('')
  })

  it('R3 what opens it stands above its marks', () => {
    expect(typedIn('', '$ gitlab-rails console', '> Ring.new("b").size')).toEqual([
      'gitlab-rails console',
      'Ring.new("b").size',
    ])
  })

  it('R3 "do it like so" leads to what is typed', () => {
    expect(commandsOf('Verify it. You can do this like so:', '', '```ruby', 'Ring.find(7).late?', '```')).toEqual([
      'Ring.find(7).late?',
    ])
  })

  it('R3 a mark in a shell that the first line opens is no redirection', () => {
    expect(typedIn('bash', 'sudo su store', '> /opt/store/bin/save.sh >> /var/log/save.log')).toEqual([
      'sudo su store',
      '/opt/store/bin/save.sh >> /var/log/save.log',
    ])
    expect(typedIn('bash', 'sudo su store', '> ring.log')).toEqual(['sudo su store\n> ring.log'])
  })
})

describe('R3 remarks beside prompts', () => {
  it('R3 "# OR:" is another way, with a command of its own', () => {
    expect(typedIn('shell', '$ rm relay.lock', '', '# OR:', '', '$ mv relay.lock old.lock')).toEqual([
      'rm relay.lock',
      '# OR:\nmv relay.lock old.lock',
    ])
  })

  it('R3 what is set far in behind a number sign goes on with the remark above it', () => {
    const code = ['# Examples: mv ring old', '#           mv ring older', '', '$ mv ring old.{why}']
    expect(typedIn('shell', '$ relayctl stop', ...code)).toEqual([
      'relayctl stop\n# Examples: mv ring old\n#           mv ring older\nmv ring old.{why}',
    ])
  })

  it('R3 a remark of several lines that names its step is not told again beside it', () => {
    const [first] = stepsOf(
      '```sh',
      '# Remove the old spool, only when the',
      '# relay is stopped.',
      'rm -r /spool',
      '# Look',
      'ls',
      '```',
    )
    expect(first?.before).toBe('')
  })
})

describe('R3 what a tool drew or lists below its call', () => {
  it('R3 a tree is what the tool above it printed', () => {
    expect(typedIn('', 'pstree -p 7', 'init,1 --system', '  └─ring,7 -f a', '      └─ring,8 -f b')).toEqual([
      'pstree -p 7 >> init,1 --system\n  └─ring,7 -f a\n      └─ring,8 -f b',
    ])
  })

  it('R3 the name of an error above a rule is what was printed', () => {
    const error = ['Ring::Errors::Torn', '------------------', 'the ring is torn, and cannot be read']
    expect(commandsOf('1. Find the ring by the error, for example:', '', '```', ...error, '```')).toEqual([])
  })

  it('R3 what is set to a name is a setting', () => {
    expect(commandsOf('This is what `ring.conf` looks like:', '', '```', "size = '3'", 'slot = $slot', '```')).toEqual(
      [],
    )
  })
})

describe('R3 code in a sentence that is typed, or only a name', () => {
  it('R3 beside items with commands a call in front of what it is for is one', () => {
    const items = ['- `ringsh use ring-b` Opens the ring', '- `ls /spool` shows the spool']
    expect(commandsOf('- Useful:', ...items.map((item) => `  ${item}`))).toEqual(['ringsh use ring-b', 'ls /spool'])
  })

  it.each([
    ['Check the ring - `/opt/store/promtool check config /opt/store/ring.yml`.', 1],
    ['Check it with `sv status relay`.', 1],
    ['See what it is: `sum(ring_late_total) by (relay)`', 1],
    ['To clear up the `fetch --register` error, build a box.', 0],
    ['Save it to a `./tmp` directory.', 0],
    ['Do it in a `store-psql session`.', 0],
    ['Stop it using the `cf curl` command.', 0],
  ])('R3 %s', (sentence, count) => {
    expect(commandsOf(`1. ${sentence}`)).toHaveLength(count)
  })
})

describe('R3.16 what is typed for sure', () => {
  it('R3.16 is a script that first goes to a folder, though the line above it only states', () => {
    const script = ['The process generally involves the following:', '', '```', 'cd rings', 'git checkout main', '```']
    const other = ['In order to drain one only, it can be run via:', '', '```', 'ringctl drain --one', '```']
    const read = runbookOf('# T', '## Action', '1. Look.', '', '## Break glass', ...script, '', ...other)
    expect(read.steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([
      'cd rings\ngit checkout main',
      'ringctl drain --one',
    ])
  })
})
