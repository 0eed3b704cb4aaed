import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const texts = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text }) => text)

describe('R3 orders in unusual places', () => {
  it('R3 under an impact a paragraph that is nothing but an order is a step, what tells of it is none', () => {
    const impact = [
      '## Impact',
      'Use the [board of the ring](https://board.example).',
      '',
      'Complete outage of the relay.',
      '',
      'Log writes to the relay are lost.',
      '',
      'Give whoever is awake a hint.',
    ]
    expect(
      texts(
        ...impact,
        '',
        '### Fix relays first',
        'Resolve any alert of the relay.',
        '',
        '## Mitigation',
        '- Drain it',
      ),
    ).toEqual(['Use the board of the ring.', 'Resolve any alert of the relay.', 'Drain it'])
  })

  it('R3 an impact that orders is no procedure where no other heading announces one', () => {
    const lines = ['## Impact', 'Use the board.', '', '## Ring', '1. Drain the ring', '2. Restart the ring']
    expect(texts(...lines)).toContain('Drain the ring')
  })

  it('R3 after numbers a paragraph counts when one of its sentences begins with what to do', () => {
    expect(
      texts(
        '## Diagnosis',
        '1. Log in to the relay.',
        '2. Look at its log.',
        '',
        'Most are old parcels. If none is found, call the ring team.',
        '',
        'The ring is big.',
      ),
    ).toEqual(['Log in to the relay.', 'Look at its log.', 'If none is found, call the ring team.'])
  })

  it('R3 a heading that orders keeps its place above a mere statement and code', () => {
    expect(
      texts(
        '## Mitigation',
        '### Drain the ring',
        'The ring lives on one relay.',
        '',
        '```sh',
        'relayctl drain',
        '```',
      ),
    ).toEqual(['Drain the ring'])
  })

  it('R3 a long text that asks for nothing is named by its heading', () => {
    const long = `Not always right; ${'now and then the file of the ring is not there at all, '.repeat(4)}alas. But quick.`
    expect(texts('## Mitigation', '### File on the relay', long, '', '```sh', 'cat /etc/ring', '```')).toEqual([
      'File on the relay',
    ])
  })
})

describe('R3.10 a remedy that only says how things must be', () => {
  const remedy = 'The alert should be routed to nobody. The ring has more.'

  it('R3.10 is done where nothing else is to be done', () => {
    expect(texts('It fires for each ring.', '## Mitigation', remedy)).toEqual([remedy])
    expect(texts('It fires for each ring.', '## Impact', remedy, '## Mitigation', 'None.')).toEqual([])
  })

  it('R3.10 and only read beside a step', () => {
    expect(texts('Check the ring.', '## Mitigation', remedy)).toEqual(['Check the ring.'])
  })
})

describe('R3 items that are headings', () => {
  it('R3 an item that only names a part is no step above items, nor above an order', () => {
    const lines = [
      '## Mitigation',
      '1. **Immediate actions:**',
      '   - Drain the ring',
      '2. **Investigation**',
      '',
      '   First, open the log of the relay.',
    ]
    expect(texts(...lines)).toEqual(['Drain the ring', 'First, open the log of the relay.'])
    const items = ['  - If possible, stop the readers.', '  - Drop the cache of the ring.']
    const code = ['', 'To increase the limit:', '', '```sh', 'ringctl limit 7', '```']
    const bullets = ['- Immediate actions (on the relay)', ...items, '', '- Increase the limit (or restart it)']
    expect(texts('## Mitigation', ...bullets, ...code)).not.toContain('Immediate actions (on the relay)')
  })

  it('R3 a cause above its fix keeps its words', () => {
    expect(texts('## Mitigation', '- **Cause**: the seal is broken', '  - Renew the seal')).toEqual([
      'Cause: the seal is broken',
      'Renew the seal',
    ])
  })

  it('R3 a course of things in brackets leads nowhere', () => {
    expect(
      texts(
        '## Mitigation',
        '- Look at the board of the ring',
        '  - The panels are sorted by their way (relay -> ring)',
        '- Drain it',
      ),
    ).toEqual(['Look at the board of the ring', 'Drain it'])
  })
})

describe('R3 remarks among numbers', () => {
  it('R3 of numbers that nearly all ask a remark is none, a question and a warning are', () => {
    const orders = ['1. Stop the relay', '2. Drain the ring', '3. The relay will then be quiet.', '4. Start the relay']
    const kept = ['5. Is the ring full? It has a board.', '6. The seal is fragile. Never break it.', '7. Go home']
    expect(texts('## Mitigation', ...orders, ...kept)).toEqual([
      'Stop the relay',
      'Drain the ring',
      'Start the relay',
      'Is the ring full? It has a board.',
      'The seal is fragile. Never break it.',
      'Go home',
    ])
  })

  it.each(['Never: `rm -rf /data`', 'Never run `rm -rf /data`; it holds the only copies.', 'Do not restart the ring.'])(
    'R3 a number that does nothing but forbid is told beside a step, and none to tick: %s',
    (ban) => {
      const { steps } = runbookOf('## Mitigation', '1. Stop the relay', `2. ${ban}`, '3. Go home')
      expect(steps.map(({ text }) => text)).toEqual(['Stop the relay', 'Go home'])
      expect(steps.map(({ before, after }) => before + after).join('')).toContain(ban)
    },
  )

  it('R3 a ban that waits for something is a step all the same', () => {
    const text = 'Do not go on until the ring is drained.'
    expect(texts('## Mitigation', '1. Stop the relay', `2. ${text}`, '3. Go home')).toContain(text)
  })

  it('R3 numbers that mostly state are all steps', () => {
    expect(texts('## Mitigation', '1. The relay is up', '2. The ring is up', '3. Go home')).toHaveLength(3)
  })
})

describe('R3 names below an order', () => {
  it('R3 names of files or metrics go into the words of the order they stand below', () => {
    const files = ['- `/var/log/ring/<relay>.log`', '- `/var/log/ring/`']
    expect(texts('## Mitigation', 'Look into these files:', '', ...files, '', 'Restart the ring.')).toEqual([
      'Look into these files: /var/log/ring/<relay>.log, /var/log/ring/',
      'Restart the ring.',
    ])
    expect(
      texts('## Mitigation', '1. Look at the metrics', '   - `ring_full_total`', '   - `ring_torn_total`'),
    ).toEqual(['Look at the metrics: ring_full_total, ring_torn_total'])
  })

  it('R3 commands and many long names stay on their own', () => {
    expect(
      texts('## Mitigation', 'Run these:', '', '- `ringctl ls --all`', '- `ringctl drain --now`').length,
    ).toBeGreaterThan(1)
    const many = Array.from({ length: 9 }, (_, index) => `- \`/var/log/a/very/long/path/of/the/ring/${index}.log\``)
    expect(texts('## Mitigation', 'Look into these files:', '', ...many)[0]).toBe('Look into these files')
  })

  it('R3 a long paragraph keeps the case of what it asks for', () => {
    const long = `If the ring is torn, it is hard to read. Repair it with the thread of the relay, ${'slowly and '.repeat(20)}well.`
    expect(texts('## Mitigation', long)[0]).toMatch(/^If the ring is torn, it is hard to read. Repair it/)
  })
})
