import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const scriptOf = (...script: string[]) =>
  stepsOf('```bash', ...script, '```').map(({ text, commands }) => [text, ...commands.map((command) => command.text)])

describe('R3 a script is cut at its remarks', () => {
  it('R3.12 a warning names no step and stays with its command, and "#copy it" names none either', () => {
    const script = ['# WARNING: this loads all again', 'kubectl delete pod a', '', '# Or drain it', 'kubectl drain b']
    expect(scriptOf(...script)).toEqual([
      ['Run kubectl delete pod a', '# WARNING: this loads all again\nkubectl delete pod a'],
      ['Or drain it', 'kubectl drain b'],
    ])
    expect(scriptOf('#copy the log', 'scp a:log .', 'cat log')[0]?.[0]).toBe('Run scp a:log .')
  })

  it.each([
    'Expected output:',
    'Expected result',
    'Resultado esperado',
    'R\u00E9sultat attendu :',
    'Erwartetes Ergebnis:',
  ])('R3.4 what stands below "# %s" came out, and is not offered', (outcome) => {
    const look = ['# Look at the ring', 'kubectl get ring b']
    const shown = ['', `# ${outcome}`, 'ring open']
    expect(scriptOf(...look, ...shown).flatMap(([, ...commands]) => commands)).toEqual([look.join('\n')])
    const both = scriptOf(...look, '', '# Drain it', 'kubectl drain b', ...shown)
    expect(both).toEqual([
      ['Look at the ring', 'kubectl get ring b'],
      ['Drain it', 'kubectl drain b'],
    ])
    expect(
      scriptOf(...look, '', `# ${outcome}`, 'kubectl get relay c')
        .flat()
        .join(' '),
    ).toContain('relay c')
  })

  it('R3.12 nor where a place in it is marked to be filled in', () => {
    const marked = ['# Fill in this part ====>', 'RING="b"', '# <==== Fill in this part', '']
    const calls = ['# Open the ring', 'ID=$(ringctl open "$RING")', '', '# Close it', 'ringctl close "$ID"']
    const script = [...marked, ...calls]
    const [step, ...others] = stepsOf(
      '1. Run the script below.',
      '   ```',
      ...script.map((line) => `   ${line}`),
      '   ```',
    )
    expect(others).toEqual([])
    expect(step?.commands.map(({ text }) => text)).toEqual([script.join('\n')])
  })

  it('R3 but not within a loop, a text typed into a command, or a quotation', () => {
    const first = ['# List the rings', 'relayctl list > rings', '']
    const loop = [
      '# Drain each',
      'while read -r ring; do',
      '  # the head first',
      '  relayctl drain "$ring"',
      'done < rings',
    ]
    expect(scriptOf(...first, ...loop)).toEqual([
      ['List the rings', 'relayctl list > rings'],
      ['Drain each', loop.slice(1).join('\n')],
    ])
    const typed = ['# Apply it', 'cat <<END | relayctl apply -f -', '# of the ring', 'size: 3', 'END']
    expect(scriptOf(...first, ...typed)[1]).toEqual(['Apply it', typed.slice(1).join('\n')])
    const marked = ['# Write it', "cat <<'END-OF.FILE' > ring", '# Drain it', 'size: 3', 'END-OF.FILE']
    expect(scriptOf(...first, ...marked)[1]).toEqual(['Write it', marked.slice(1).join('\n')])
    const quoted = ['# Ask the store', 'psql -c "', '-- the oldest', 'select min(at) from rings"']
    expect(scriptOf(...first, ...quoted)[1]).toEqual(['Ask the store', quoted.slice(1).join('\n')])
    const called = ['# Define it', 'drain() {', '  # the head', '  relayctl drain', '}', '', '# Call it', 'drain']
    expect(scriptOf(...called).map(([words]) => words)).toEqual(['Define it', 'Call it'])
  })

  it('R3 below a line that leads to it too, where two remarks ask for something', () => {
    const script = ['```bash', '# Check the ring', 'relayctl status', '# Drain it', 'relayctl drain', '```']
    const outlineOf = (lead: string) => stepsOf(lead, '', ...script).map(({ text, depth }) => `${depth} ${text}`)
    expect(outlineOf('If the ring is full:')).toEqual(['0 If the ring is full', '1 Check the ring', '1 Drain it'])
    expect(outlineOf('Run:')).toEqual(['0 Check the ring', '0 Drain it'])
    expect(
      stepsOf('List them:', '', '```bash', '# the rings', 'relayctl rings', '# the relays', 'relayctl list', '```'),
    ).toHaveLength(1)
  })

  it('R3 and within an item, where its steps stand below it', () => {
    const script = [
      '   ```bash',
      '   # Check the ring',
      '   relayctl status',
      '   # Drain it',
      '   relayctl drain',
      '   ```',
    ]
    expect(
      stepsOf('1. Empty the ring:', ...script, '2. Close it.').map(({ text, depth, commands }) => [
        depth,
        text,
        commands.length,
      ]),
    ).toEqual([
      [0, 'Empty the ring', 0],
      [1, 'Check the ring', 1],
      [1, 'Drain it', 1],
      [0, 'Close it.', 0],
    ])
  })

  it('R3 what is never closed opens nothing', () => {
    const script = ['# Look at it', "grep can't log", '', '# Drain it', 'relayctl drain']
    expect(scriptOf(...script).map(([words]) => words)).toEqual(['Look at it', 'Drain it'])
  })

  it('R3 the last remark is a step when it asks for something', () => {
    const script = ['# List the copies', 'relayctl copies', '', '# Update RING_URL to the new ring, then redeploy']
    expect(scriptOf(...script)).toEqual([
      ['List the copies', 'relayctl copies'],
      ['Update RING_URL to the new ring, then redeploy'],
    ])
  })

  it('R3 a remark straight below a command with nothing below it is about that command', () => {
    const script = ['# Unpack it', 'gunzip ring.gz', '# this leaves a file ring', '', '# Load it', 'relayctl load ring']
    expect(scriptOf(...script)[0]).toEqual(['Unpack it', 'gunzip ring.gz\n# this leaves a file ring'])
  })

  it('R3 a remark may hold its query or its command', () => {
    const query = ['# Check for refusals', '# Grafana query:', '#   rate(refusals_total[5m])', '']
    expect(scriptOf(...query, '# Look at the log', 'tail ring.log')).toEqual([
      ['Check for refusals. Grafana query', 'rate(refusals_total[5m])'],
      ['Look at the log', 'tail ring.log'],
    ])
    expect(scriptOf('# Open the ring', 'relayctl open', '# Purge it, then run: docker restart ring')[1]).toEqual([
      'Purge it, then run: docker restart ring',
      'docker restart ring',
    ])
    expect(scriptOf('# Ask', 'relayctl lag', '', '# Expected output:', '# ring_lag{a="b"} 2')).toHaveLength(1)
  })

  it('R3 the steps of the remarks stand below the order above them', () => {
    const steps = stepsOf(
      'Copy the file and load it.',
      '',
      '```sh',
      '# Copy',
      'cp a b',
      '# Load',
      'relayctl load b',
      '```',
    )
    expect(steps.map(({ text, depth }) => [text, depth])).toEqual([
      ['Copy the file and load it.', 0],
      ['Copy', 1],
      ['Load', 1],
    ])
  })

  it('R3 a command that names its step is named whole, though it goes on over several lines', () => {
    expect(scriptOf('docker compose exec queue \\', '  lag --all \\', '  --group a')[0]?.[0]).toBe(
      'Run docker compose exec queue lag --all --group a',
    )
  })

  it('R3.12 names below a line of the last remark do not ask for that line, and orders do', () => {
    const script = ['# Check the log', 'ringctl log', '', '# Drain it', 'ringctl drain', '']
    const names = ['# Common failures:', '# - Torn ring', '# - Log corruption']
    expect(scriptOf(...script, ...names).map(([text]) => text)).toEqual(['Check the log', 'Drain it'])
    const orders = ['# At the end:', '# - Check the ring', '# - Call the lead']
    expect(scriptOf(...script, ...orders)).toHaveLength(3)
  })

  it('R3.4 what is told of a call below its remark is not typed with it', () => {
    const script = [
      '# Drain it',
      'kubectl drain b',
      '',
      'What happens:',
      '  1. The ring is closed',
      '',
      '# Open it',
      'kubectl uncordon b',
    ]
    expect(scriptOf(...script)).toEqual([
      ['Drain it', 'kubectl drain b'],
      ['Open it', 'kubectl uncordon b'],
    ])
    expect(stepsOf('```bash', ...script, '```')[0]?.commands[0]?.output).toBe('What happens:\n  1. The ring is closed')
  })

  it('R3.12 numbered remarks below what announces the work of a script are no steps', () => {
    const script = [
      '# Run it',
      'scripts/recover.sh ring',
      '',
      '# This will:',
      '# 1. Drain the relay',
      '# 2. Open the ring',
    ]
    const steps = stepsOf('```bash', ...script, '```')
    expect(steps.map(({ text }) => text)).toEqual(['Run it'])
  })

  it('R3.12 what only tells why, above a script, is no step above those of its remarks', () => {
    const script = [
      '```bash',
      '# Check the hints',
      'du -sh /ring/hints',
      '',
      '# Drop them',
      'ringctl drop-hints',
      '```',
    ]
    const [first, ...rest] = stepsOf('Hints pile up while relays are down:', '', ...script)
    expect([first, ...rest].map((step) => step?.text)).toEqual(['Check the hints', 'Drop them'])
    expect(first?.before).toBe('Hints pile up while relays are down:')
    expect(stepsOf('If the hints are piling up:', '', ...script).map(({ depth }) => depth)).toEqual([0, 1, 1])
  })
})

describe('R3.12 a remark with an order and nothing straight below it', () => {
  const script = ['# Scale it down', 'kubectl scale deploy/ring --replicas=1', '', '# Drain it', 'kubectl drain a']

  it.each([
    [['# Find the late ring', '# Check the log of the relay']],
    [['# Solution: Raise the limit of the ring', '# limits.memory: 2Gi']],
  ])('R3.12 is a step of its own (%#)', (remark) => {
    const texts = scriptOf(...remark, '', ...script).map(([text]) => text)
    expect(texts.slice(1)).toEqual(['Scale it down', 'Drain it'])
    expect(texts[0]).toContain(remark[0]?.slice(2))
  })

  it('R3.12 but above numbers it only says what they are for, and a name orders nothing', () => {
    expect(scriptOf('# The late ring', '', ...script)).toHaveLength(2)
    const counted = ['# 1. Scale it down', 'kubectl scale deploy/ring', '# 2. Drain it', 'kubectl drain a']
    expect(scriptOf('# Restore the ring', '', ...counted)).toHaveLength(2)
  })

  it('R3.12 straight below a command, in front of the next number, it goes on with that command', () => {
    const counted = ['# 1. Look at it', 'kubectl get pods', '', '# 2. Save it', 'ringctl save']
    const script = [...counted, '# Then run the cleaning (see below)', '', '# 3. Drain it', 'kubectl drain a']
    expect(scriptOf(...script)).toEqual([
      ['Look at it', 'kubectl get pods'],
      ['Save it', 'ringctl save\n# Then run the cleaning (see below)'],
      ['Drain it', 'kubectl drain a'],
    ])
  })
})
