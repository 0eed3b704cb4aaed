import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# Relay late', '## Fix', ...lines).steps
const commandsOf = (...lines: string[]) => stepsOf(...lines).flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3.3 what is only named', () => {
  it('R3.3 a file of settings with an option is no command', () => {
    expect(commandsOf('1. Run `ring.yml` with `--limit=b`.')).toEqual([])
  })

  it('R3.3 a plugin of that name is none', () => {
    expect(commandsOf('1. Have the `kubectl ring` plugin installed.')).toEqual([])
  })

  it.each([
    'After executing the `ringctl drop` command, look at the relay.',
    'If a relay is gone, remove it with the `nodetool removenode` command followed by its ID.',
    'Open the ring and run `drop_slot` as above.',
    'Drain each ring that has not been rebuilt with `bosh recreate` or by hand.',
  ])('R3.3 what was run, lacks its object, or is told above is none: "%s"', (text) => {
    expect(commandsOf(`1. ${text}`)).toEqual([])
  })

  it('R3.3 a call of a console that the code below fills in is named, and one of its own tool is not', () => {
    const below = (call: string) => ['', '```shell', call, '```']
    const full = 'redis-cli -h ring-b sentinel slaves ring-b'
    expect(commandsOf('Ask for all with `sentinel slaves <ring>`:', ...below(full))).toEqual([full])
    const call = 'kubectl describe pod ring-b'
    expect(commandsOf('Ask with `kubectl describe pod <pod>`:', ...below(call))).toContain('kubectl describe pod <pod>')
  })

  it('R3.3 a whole command stays one, though it is told above too', () => {
    expect(commandsOf('1. Start it with `systemctl start relay` as above.')).toEqual(['systemctl start relay'])
  })

  it('R3.3 what nobody is to rely on is none', () => {
    const text = 'Check why it stopped (`journalctl -k` was clean the last time, so do not rely on it):'
    expect(commandsOf(text, '```', 'kubectl get pods', '```')).toEqual(['kubectl get pods'])
  })

  it('R3.3 what is a word of the sentence by its ending is none', () => {
    expect(commandsOf('Look at the folder that was `git push`-ed, then drain the ring.')).toEqual([])
  })

  it('R3.3 a name is no command for a word like it that is run', () => {
    const text = 'Fetch what it takes to run app and all logs: `app` holds everything of the ring, `logs` the rest.'
    expect(commandsOf(text)).toEqual([])
  })

  it('R3.3 a tool and what it does, that a sentence tells of, is none', () => {
    expect(commandsOf('- `gcloud sql backups restore` operates within one site. Ask the owner first.')).toEqual([])
    expect(commandsOf('- Start it again (via `helm upgrade` if you deleted it).')).toEqual([])
  })

  it.each([
    ['1. Do an unconstrained `terraform plan` of it:', '', '   ```', '   tf plan ring', '   ```'],
    ['1. Do a `terraform plan`, with a target if there is one.', '', '```', 'tf plan ring', '```'],
    ['Do a `terraform plan` of it:', '', '```', 'tf plan ring', '```'],
  ])('R3.3 one "of a kind" above code that does it names that, whatever its tool is called there', (...lines) => {
    expect(commandsOf(...lines)).toEqual(['tf plan ring'])
  })

  it('R3.3 one "of a kind" above code that does something else is run', () => {
    const lines = ['1. Do a `terraform plan ring` of it, then:', '', '   ```sh', '   kubectl get pods', '   ```']
    expect(commandsOf(...lines)).toEqual(['terraform plan ring', 'kubectl get pods'])
  })

  it('R3.3 labels that something should be are what stands in a query, and a query that one uses is one', () => {
    expect(commandsOf('Mend the panel: the selector should be `{ring="b"}` then.')).toEqual([])
    expect(commandsOf('Search the logs with `{ring="b"}` for errors.')).toEqual(['{ring="b"}'])
    expect(commandsOf('Open the logs. The query should be `{ring="b"}` there.')).toEqual(['{ring="b"}'])
  })

  it('R3.3 words of which the code below says all in their order name that', () => {
    expect(
      commandsOf(
        '1. Add it by running the `relayctl ring add` command:',
        '',
        '   ```sh',
        '   ./bin/relayctl -n b ring add c',
        '   ```',
      ),
    ).toEqual(['./bin/relayctl -n b ring add c'])
  })

  it('R3.3 a query of a rule with colons in its name is one, and no setting', () => {
    const query = 'ring:lag:rate5m{ring="b"}'
    expect(commandsOf('1. Check the lag:', '', '   ```', `   ${query}`, '   ```')).toEqual([query])
  })

  it('R3.3 what a store of columns is told to do with itself is a query', () => {
    expect(commandsOf('- If it is torn, `SYSTEM RESTART REPLICA ring.b` reads it anew.', '- Check it.')).toEqual([
      'SYSTEM RESTART REPLICA ring.b',
    ])
  })
})

describe('R3.4 what was printed', () => {
  it('R3.4 "the following errors can be seen" announces output', () => {
    expect(
      commandsOf(
        'Open the ring.',
        '',
        'If you shrink it, the following errors can be seen in the relay',
        '',
        '```',
        'ring/b:ERROR unable to shrink err: Forbidden',
        '```',
      ),
    ).toEqual([])
  })
})

describe('R3.12 words around code', () => {
  it('R3.12 what must not be done leads to no code', () => {
    const [step] = stepsOf('The alert ends by itself. Do not silence it.', '', '```promql', 'ring:lag', '```')
    expect(step?.text).toBe('Run ring:lag')
    expect(step?.before).toContain('Do not silence it.')
  })

  it('R3.12 a remark on what comes of a command stays below it', () => {
    const steps = stepsOf(
      '```sh',
      '# Follow the log',
      'relayctl logs -f',
      '# Wait for: "open"',
      '',
      '# Check the ring',
      'relayctl status',
      '```',
    )
    expect(steps.map(({ text, before, after }) => [text, before, after])).toEqual([
      ['Follow the log', '', ''],
      ['Check the ring', '', ''],
    ])
    expect(steps[0]?.commands[0]?.text).toContain('Wait for')
  })
})

describe('R3.8 tables', () => {
  const textsOf = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

  it('R3.8 a bare link takes the words of the last column, and no cell is said twice', () => {
    const table = ['| Step | Query | What to look for |', '|---|---|---|', '| 1 | [Q4](/q4) | Which rings are late. |']
    expect(textsOf(...table)).toEqual(['Q4: Which rings are late.'])
  })

  it('R3.8 "How to identify" follows in brackets', () => {
    const table = [
      '| Cause | How to identify | Fix |',
      '|---|---|---|',
      '| Ring full | The lag grows | Drain the ring |',
    ]
    expect(textsOf(...table)).toEqual(['Ring full: Drain the ring (How to identify: The lag grows)'])
  })

  it('R3.8 "Verification command" is a column of commands', () => {
    const table = ['| Step | Verification command |', '|---|---|', '| Sync | `relaysync state` |']
    expect(commandsOf(...table)).toEqual(['relaysync state'])
  })

  it('R3.14 a number in front of a row only counts it', () => {
    const table = [
      '| # | Action | Expected |',
      '|---|---|---|',
      '| 1 | Check the ring | Open |',
      '| 2 | Drain it | Shut |',
    ]
    expect(stepsOf(...table).map(({ before }) => before)).toEqual(['', ''])
  })
})

describe('R3.3 what something else ran', () => {
  it.each([
    'The list is kept from a `git gc` that ran last night. Restart the relay.',
    'Those were seen at the time of a `git gc`. Restart the relay.',
    'The list is what `git gc` as run by the cleaner leaves. Restart the relay.',
    'A `git gc` runs nightly by itself. Restart the relay.',
  ])('R3.3 "%s" offers no command', (text) => {
    expect(commandsOf(text)).toEqual([])
  })

  it('R3.3 a note that only tells of a command is no step', () => {
    const steps = stepsOf('Restart the relay.', '', '**Note**: it lists what `git gc` has left there.')
    expect(steps.map(({ text, commands }) => [text, commands])).toEqual([['Restart the relay.', []]])
    expect(commandsOf('**Note**: run `relayctl list --all` first.')).toEqual(['relayctl list --all'])
  })

  it('R3.3 what one runs is a command with an article too', () => {
    expect(commandsOf('You can check it by running a `git log`.')).toEqual(['git log'])
  })
})

describe('R3.3 what a sentence only tells of a thing', () => {
  it.each([
    'The picture carries a seal, attached at build time via `docker buildx --seal=true`.',
    'The network is put in place separately after `kubeadm init`.',
    'The programs put there (`/opt/ring/bin/seal`, `ring-local`) are what the network calls.',
  ])('R3.3 "%s" offers no command', (text) => {
    expect(commandsOf(text, '', 'Restart the relay.')).toEqual([])
  })

  it.each([
    'Look at the ring again after `kubectl rollout restart deploy/relay`.',
    'Start the program by hand (`/opt/ring/bin/seal`).',
  ])('R3.3 "%s" offers it', (text) => {
    expect(commandsOf(`1. ${text}`)).toHaveLength(1)
  })
})
