import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const fence = (language: string, ...lines: string[]) => ['', `\`\`\`${language}`, ...lines, '```']

describe('R3 code that nobody types', () => {
  it.each([
    ['settings of a provider', 'hcl', 'ring "a" {', '  size = 3', '}'],
    ['settings of a provider in part', 'sh', 'module "ring" {', '  is_kept = false', '  source  = ...', '  (..)', '}'],
    ['a unit of the system', 'bash', 'ExecStart=/usr/bin/ringd \\', "    '--limit=3' \\"],
    ['what a container is to run', 'console', 'command:', '- ringd', '- --store=<the same as before>'],
    ['a sample of a metric', 'promql', 'ring_size{ring="a"} = 3'],
    ['how not to do it', 'sql', '-- Bad: one table for all rings', 'CREATE TABLE rings (id int);'],
    ['the form of a query', 'sql', 'SELECT', '  size,', '  ...', 'FROM rings'],
    ['rows of a table', '', '(12,40) |    7', '(12,41) |    8', 'server went away'],
  ])('R3 %s is none', (_, language, ...lines) => {
    expect(commandsOf('- Check the relay:', ...fence(language, ...lines))).toEqual([])
  })

  it.each([
    ['the settings of a store', ['input {', '  relay {', '    size => "b"', '  }', '}']],
    [
      'the plan of a provider',
      ['data "ring_policy" "b" {', '  sources = [', '    data.ring_policy.a.json,', '  ]', '}'],
    ],
  ])('R3 %s under the name of a block are read beside the step', (_, block) => {
    expect(commandsOf('- Check the relay:', ...fence('', ...block))).toEqual([])
  })

  it.each([
    ['a function', ['function drain {', '  relayctl drain b', '}']],
    ['a function and its call', ['drain() {', '  relayctl drain b', '}', 'drain']],
    ['a program', ["awk '{", '  print $1', "}' ring.log"]],
    ['a request', ["curl -X POST relay/ring -d '{", '  "size": 3', "}'"]],
    ['a call of a known tool', ['kubectl patch ring b -p {', '  size', '}']],
    ['a query of metrics', ['ring_size{', '  ring="b"', '}']],
  ])('R3 %s between braces is typed', (_, block) => {
    expect(commandsOf('- Run it:', ...fence('', ...block))).toEqual([block.join('\n')])
  })

  it('R3 settings that a line adds to a file are copied as text, also without a colon', () => {
    const block = ['ring {', '  sources = [', '    data.ring.a,', '  ]', '}']
    const { steps } = runbookOf(
      '# T',
      '## Diagnosis',
      'Add this block to the end of `ring.conf`',
      ...fence('', ...block),
    )
    expect(steps.map(({ commands }) => commands.map(({ language }) => language))).toEqual([['text']])
  })

  it('R3 beside the right way the wrong one is shown with it', () => {
    const code = ['-- Bad', 'DROP TABLE rings;', '-- Good', 'DELETE FROM rings;']
    expect(commandsOf('Empty it:', ...fence('sql', ...code))).not.toEqual([])
  })

  it.each([
    'Check the log for errors, like',
    'Then look at the answer, as shown here:',
    'Check the counter, producing:',
  ])('R3 "%s" shows what is printed', (lead) => {
    expect(commandsOf(lead, ...fence('', 'ring(3).open()'))).toEqual([])
  })

  it('R3 what is to be taken out stands there already', () => {
    const section = ['ruby {', '  code => 1', '}']
    expect(commandsOf('Remove this section from the settings:', ...fence('', ...section))).toEqual([])
    expect(commandsOf('Remove this section with:', ...fence('', 'ringctl rm --all'))).toEqual(['ringctl rm --all'])
  })

  it('R3 text with the marks of what changes in it is not pasted', () => {
    const change = ['ring:', '-  size: 3', '+  size: 5']
    expect(commandsOf('Update the settings of the ring:', ...fence('', ...change))).toEqual([])
  })

  it('R3 a row that is printed field by field is no text to put', () => {
    const row = ['-[ RECORD 1 ]---', 'ring | 3']
    expect(commandsOf('Build the table that will replace the other:', ...fence('', ...row))).toEqual([])
  })
})

describe('R3 what is told of a command', () => {
  it.each([
    '- Look whether it is a problem of `docker version`.',
    '- Check the flag: that is what `./ring.sh drop` does.',
    '- Check the token if `git push` returns 403.',
  ])('R3 "%s" offers none', (item) => {
    expect(commandsOf(item)).toEqual([])
  })

  it('R3 a query that names an alert is none', () => {
    expect(commandsOf('**Alert rule:** see ring full (`ring_size{ring="b"} > 3`).', '', '- Check the relay.')).toEqual(
      [],
    )
    expect(commandsOf('- Check the size: `ring_size{ring="b"} > 3`.')).toEqual(['ring_size{ring="b"} > 3'])
  })

  it('R3 an example of output is none, though it begins with the call', () => {
    const call = fence('sql', 'SHOW RINGS;')
    const output = fence('sql', 'db [(none)]> SHOW RINGS;', '| a | b |', '1 row')
    expect(commandsOf('List them:', ...call, '', '*Example output:*', ...output)).toEqual(['SHOW RINGS;'])
  })

  it('R3 settings and lines that only say what to fill in are none', () => {
    expect(commandsOf('- Raise the version of the ring', ...fence('', 'ring = {', '  size  = 3', '}'))).toEqual([])
    expect(commandsOf('- Set the size', ...fence('', 'size = RING_SIZE'))).toEqual(['size = RING_SIZE'])
    expect(commandsOf('- Look for the ring', ...fence('sh', '# something like', '<set to the ring>'))).toEqual([])
  })
})

describe('R3 code as a paragraph of its own within an item', () => {
  it('R3 is what the words of the item lead to', () => {
    expect(commandsOf('- Raise the limit with:', '', '  `limit set < ring > 3`')).toEqual(['limit set < ring > 3'])
    expect(commandsOf('- The limit is three.', '', '  `limit three`')).toEqual([])
  })
})

describe('R3 what must not be typed', () => {
  it.each(["Don't do this:", 'Bad:', 'The alert fires when:'])('R3 "%s" offers no command', (lead) => {
    expect(commandsOf('Look at the ring.', '', lead, ...fence('sh', 'docker rm ring'))).toEqual([])
  })

  it('R3 "instead of" names what is not to be run', () => {
    expect(commandsOf('- Instead of `docker rm ring`, use `docker stop ring`.')).toEqual(['docker stop ring'])
  })
})

describe('R3 what is to be sent or put', () => {
  it.each([
    ['Close the ring by its interface:', 'http', 'POST /rings/3 HTTP/1.1'],
    ['Send this body with these lines:', 'json', '{"ring": 3}'],
    ['Edit the file so that it contains:', 'env', 'RING=3'],
    ['The following settings can be added to the file of the ring:', 'yaml', 'ring:\n  size: 3'],
  ])('R3 "%s" goes with its text', (lead, language, text) => {
    expect(commandsOf(lead, ...fence(language, text))).toEqual([text])
  })
})

describe('R3 what must not be done', () => {
  it.each(['Do not run this:', 'Never do it this way:'])(
    'R3 "%s" above code is no step, and stands beside one',
    (words) => {
      const { steps } = runbookOf('# T', '## Fix', '', '1. Look at it', '', words, ...fence('sh', 'rm -rf /var/ring'))
      expect(steps.map(({ text, commands }) => [text, commands])).toEqual([['Look at it', []]])
      expect(steps[0]?.before).toContain('rm -rf')
      expect(steps[0]?.before).toContain(words)
    },
  )

  it('R3 paths of files that no shell runs are none, and paths of tools are', () => {
    expect(commandsOf('Make sure that this file is there:', ...fence('', '/etc/relay/env.d/SYNC'))).toEqual([])
    expect(commandsOf('Restart it:', ...fence('', '/etc/init.d/relay'))).toEqual(['/etc/init.d/relay'])
  })

  it('R3 an example of an answer is no command, whatever its language says', () => {
    const table = ['--- RINGS ---', 'NAME  SIZE     USED', 'a     128 GiB  23 GiB']
    const lead = 'Example of system response for ring a:'
    expect(commandsOf('1. List them: `relayctl list --all`', '', `   ${lead}`, ...fence('bash', ...table))).toEqual([
      'relayctl list --all',
    ])
  })

  it.each([
    ['what a tool said', 'bash', 'Archive created  {"path": "rings.tar.gz"}'],
    ['a thing that was deleted', 'shell', 'pod "ring-7f" deleted'],
    ['processes with their numbers', 'java', '27392 Ring', '22110 Relay'],
    ['a log with slashes in its dates', 'bash', '[2031/10/14 10:35:38.880 +00:00] [INFO] ["ring"] [id=67]'],
    ['settings in blocks', '', 'rings = {', '  "a" = {', '    size = 100  # in GiB', '  }', '}'],
  ])('R3 %s is none, straight below a command either', (_, language, ...lines) => {
    expect(commandsOf('1. Look at it:', ...fence('sh', 'relayctl show'), ...fence(language, ...lines))).toEqual([
      'relayctl show',
    ])
  })

  it('R3 an example with its answer, behind the same call, is none', () => {
    const call = 'relayctl events --ring'
    const answered = [`$ ${call} a`, '2031-11-29T09:51:13 restarted']
    expect(
      commandsOf('List the events:', ...fence('sh', `${call} <ring>`), '', 'Example:', ...fence('sh', ...answered)),
    ).toEqual([`${call} <ring>`])
  })
})

describe('R3.4 code straight below the code of a shell', () => {
  const below = (...lines: string[]) =>
    commandsOf('- Look:', ...fence('bash', 'relayctl open b'), ...fence('', ...lines))

  it.each([['open 17f4d609', '[...]'], ['0123456789abcdef0123456789abcdef01234567'], ['ring b', 'ring c']])(
    'R3.4 "%s" is what came out, or what to write',
    (...lines) => {
      expect(below(...lines)).toEqual(['relayctl open b'])
    },
  )

  it.each(['kubectl get pods', 'relayctl close b', 'ringctl drain --all', '$ ringctl drain', 'SELECT 1 FROM rings;'])(
    'R3.4 "%s" was typed',
    (line) => {
      expect(below(line)).toHaveLength(2)
    },
  )

  it('R3.4 in the console that was opened anything may be', () => {
    const asked = ['CONFIG SET size 3']
    expect(commandsOf('- Look:', ...fence('bash', 'redis-cli -h b'), ...fence('', ...asked))).toHaveLength(2)
  })
})

describe('R3.5 what is put somewhere, and what is listed', () => {
  it.each(['If you have a small one, add', 'Add the limits to `/etc/ring.env`:'])('R3.5 "%s" adds text', (lead) => {
    const [step] = runbookOf('# T', '## Fix', lead, ...fence('sh', 'RING_MAX=3', 'RING_MIN=1')).steps
    expect(step?.commands.map(({ language }) => language)).toEqual(['text'])
  })

  it('R3.5 what is set in a shell is typed there', () => {
    const [step] = runbookOf('# T', '## Fix', 'Add the name in your shell:', ...fence('sh', 'RING=b')).steps
    expect(step?.commands.map(({ language }) => language)).toEqual(['sh'])
  })

  it.each([
    ['ring.example.org\tA\tWeighted\t100', 'relay.example.org.'],
    ['ring.example.org. 300 IN TXT "b"'],
    ['0123456789abcdef0123456789abcdef01234567 10.0.0.1:30004 open', '[...]'],
  ])('R3.4 "%s" is listed', (...lines) => {
    expect(commandsOf('Find the entries of the ring.', ...fence('', ...lines))).toEqual([])
  })
})
