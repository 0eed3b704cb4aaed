import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const parse = (text: string) => parseRunbook({ path: 'a.md', text })
const besideOf = (text: string) => parse(text).steps.map(({ text: words, before, after }) => [words, before + after])

describe('R3 what stands beside the steps', () => {
  it('R3 is what explains a step, what comes before the first one, and what it should show', () => {
    const text = [
      '# Late',
      '## Mitigation',
      'Only for the primary. This **loses** unread rows.',
      '1. Stop the loader.',
      '',
      '   It takes a minute.',
      '2. Start it again:',
      '   ```sh',
      '   loaderctl start',
      '   ```',
      '   You should see:',
      '   ```',
      '   started',
      '   ```',
    ].join('\n')
    expect(besideOf(text)).toEqual([
      ['Stop the loader.', 'Only for the primary. This **loses** unread rows.\n\nIt takes a minute.'],
      ['Start it again', 'You should see:\n\n```\nstarted\n```'],
    ])
  })

  it('R3 is read before the commands of the step where it stands above them, and after them where it stands below', () => {
    const text =
      '# Late\n\n1. Start it.\n\n   This is slow.\n\n   ```sh\n   loaderctl start\n   ```\n\n   It prints nothing.\n'
    expect(parse(text).steps).toMatchObject([{ before: 'This is slow.', after: 'It prints nothing.' }])
  })

  it('R3.14 is no command of a step again, where a paragraph is nothing but that behind its prompt', () => {
    const text =
      '# Late\n\n## Mitigation\n\nOpen the ring:\n\n`$> ringctl open --all`\n\nNow drain it:\n\n`$> ringctl drain`\n'
    expect(besideOf(text)).toEqual([
      ['Open the ring', ''],
      ['Now drain it', ''],
    ])
  })

  it('R3.14 is a diagnosis or a remedy without a step between two with some', () => {
    const text =
      '# Late\n\n## Mitigation\n\n- Drain the ring.\n\n## Rollback\n\nA drained ring cannot be filled again.\n\n## Diagnosis\n\n- Check the lag.\n'
    expect(besideOf(text)).toEqual([
      ['Drain the ring.', '**Rollback**\n\nA drained ring cannot be filled again.'],
      ['Check the lag.', ''],
    ])
  })

  it('R3.14 stands above the command that it stands above in the text, and in no other place', () => {
    const code = (text: string) => ['   ```sh', `   ${text}`, '   ```', '']
    const text = [
      '# Late',
      '',
      '1. Restart it with `ringctl restart`.',
      '',
      '   It is slow.',
      '',
      ...code('ringctl restart --all'),
      '   You should see:',
      '',
      '   ```',
      '   restarted',
      '   ```',
      '',
      '   Only if that does not help within ten minutes:',
      '',
      ...code('ringctl purge'),
      ...code('ringctl show'),
      '   > [!CAUTION]',
      '   > Never twice.',
      '',
      ...code('ringctl rewind'),
      '   It takes a minute.',
    ].join('\n')
    const [step] = parse(text).steps
    expect([step?.before, step?.after]).toEqual(['It is slow.', 'It takes a minute.'])
    expect(step?.commands.map((command) => [command.before, command.text])).toEqual([
      [undefined, 'ringctl restart --all'],
      ['You should see:\n\n```\nrestarted\n```\n\nOnly if that does not help within ten minutes:', 'ringctl purge'],
      [undefined, 'ringctl show'],
      ['**Caution:**\n> Never twice.', 'ringctl rewind'],
    ])
  })

  it.each(['Only if that does not help:', 'Do not run this twice:', 'In production only:', 'and then'])(
    'R3.14 leaves no command without the words straight above it: %s',
    (words) => {
      const text = `# Late\n\n1. Restart it.\n   \`\`\`sh\n   ringctl restart\n   \`\`\`\n   ${words}\n   \`\`\`sh\n   ringctl purge\n   \`\`\`\n`
      expect(parse(text).steps).toMatchObject([
        { before: '', commands: [{ text: 'ringctl restart' }, { text: 'ringctl purge', before: words }], after: '' },
      ])
    },
  )

  it('R3 is the text under a heading without a step, with the heading', () => {
    const text =
      '# Late\n\n## Mitigation\n\n- Restart the loader.\n\n### Afterthought\n\nThe loader is old.\n\n## Impact\n\nReaders wait.\n'
    expect(besideOf(text)).toEqual([['Restart the loader.', '**Afterthought**\n\nThe loader is old.']])
  })

  it.each([
    '> [!WARNING]\n> Never reset the offsets.',
    'Never reset the offsets.',
    '**Warning:** Never reset the offsets.',
    ':::danger\nNever reset the offsets.\n:::',
    '!!! danger\n    Never reset the offsets.',
    '**Do not** reset the offsets.',
  ])(
    'R3.14 is the warning below the title, beside the first step of each scenario and of the general steps: %s',
    (warning) => {
      const scenarios = '## Failure scenarios\n\n### Stuck\n\n1. Find it\n2. Skip it\n\n### Slow\n\n1. Scale it up\n'
      for (const { title, steps } of parse(`# Late\n\n${warning}\n\n${scenarios}`).scenarios) {
        expect([title, steps[0]?.before]).toEqual([title, expect.stringContaining('reset the offsets.')])
        expect(steps[0]?.before).not.toContain('# Late')
        expect(steps.slice(1).map(({ before }) => before)).not.toContain(expect.stringContaining('offsets'))
      }
      const { steps } = parse(`# Late\n\n${warning}\n\n## Diagnosis\n\n1. Find it\n2. Skip it\n`)
      expect(steps[0]?.before).toContain('reset the offsets.')
    },
  )

  it('R3 is nothing that the steps say themselves, in pieces or whole', () => {
    const text = [
      '# Late',
      '## Diagnosis',
      'Check the queue. Check the loader.',
      '',
      '```sh',
      '# Show the lag',
      'lagctl show',
      '# Show the rows',
      'rowctl show',
      '```',
      '| Step | Command |',
      '|---|---|',
      '| Drain it | `lagctl drain` |',
    ].join('\n')
    expect(parse(text).steps.length).toBeGreaterThan(3)
    expect(
      parse(text)
        .steps.map(({ before, after }) => before + after)
        .join(''),
    ).toBe('')
  })

  it('R3 is read before the first step below the heading that it stands under', () => {
    const text =
      '# Late\n\n## Mitigation\n\n### Park it\n\n1. Stop the loader.\n\n### Restore it\n\nThis destroys the table.\n\n#### Shell\n\n1. Restore the table.\n'
    expect(besideOf(text)).toEqual([
      ['Stop the loader.', ''],
      ['Restore the table.', 'This destroys the table.'],
    ])
  })

  it.each([
    ['## Escalation ##', '**Escalation**'],
    ['Escalation\n----------', '**Escalation**'],
    ['## **Escalation**', '**Escalation**'],
    ['## Escalation of `ring`', '**Escalation of `ring`**'],
  ])('R3.14 tells the heading %j as a bold line', (heading, told) => {
    const text = `# Late\n\n## Mitigation\n\n1. Drain it.\n\n${heading}\n\nRings are round.\n`
    expect(besideOf(text)).toEqual([['Drain it.', `${told}\n\nRings are round.`]])
  })

  it.each([
    ['a place to fill in', 'Rings are round. You should remove the file `/var/<ring>/lock` first.'],
    ['a path through menus', 'Rings are round. You should open Rings -> Locks first.'],
    ['an address', 'Rings are round. You should open <https://example.org/locks> first.'],
    ['a star in code', 'Rings in `/var/*` are round. You should open the locks first.'],
    ['blanks behind the last line', 'Rings are round. You should open the locks first.   '],
  ])('R3.14 is not the sentence that is the step, in a paragraph with %s', (_, paragraph) => {
    const text = `# Late\n\n## Mitigation\n\n${paragraph}\n\nRestart the relay.\n`
    expect(besideOf(text)[0]?.[1]).toMatch(/^Rings (?:in `\/var\/\*` )?are round\.$/)
  })

  it('R3.14 is what to look for, though a later step adds the same lines', () => {
    const block = '   ```yaml\n   ring:\n     size: 3\n   ```\n'
    const text = `# Late\n\n## Mitigation\n\n1. Search for these lines in the settings:\n\n${block}\n2. Add the following lines to the settings:\n\n${block}`
    expect(besideOf(text)[0]?.[1]).toContain('size: 3')
  })

  it('R3.14 tells what a fold shows without its tags', () => {
    const folds =
      '<details><summary>Rings </summary>\n\nRound.\n\n</details>\n\n<details>\n<summary>Relays</summary>\n\nThey turn.\n\n</details>'
    expect(besideOf(`# Late\n\n## Mitigation\n\n1. Drain it.\n\n${folds}\n`)).toEqual([
      ['Drain it.', '**Rings**\n\nRound.\n\n**Relays**\n\nThey turn.'],
    ])
  })

  it.each([
    ['Rings are <b>round</b>.<sup>[1](a.md)</sup><br>', 'Rings are **round**.[1](a.md)'],
    ['<img src="ring.png" style="width:9px;"> of <span>rings</span>', '![](ring.png) of rings'],
    ['Rings hold `<br>` and <ring>.', 'Rings hold `<br>` and <ring>.'],
  ])('R3.14 has no tags that only say how words look: %s', (words, told) => {
    expect(besideOf(`# Late\n\n## Mitigation\n\n1. Drain it.\n\n   ${words}\n`)[0]?.[1]).toBe(told)
  })

  it('R3.14 nor that of a quotation, which stays one', () => {
    const text =
      '# Late\n\n> **Warning**: Rings are round. Ensure that the locks of each\n> are open.\n\n## Mitigation\n\n1. Drain it.\n'
    expect(besideOf(text)[0]).toEqual(['Ensure that the locks of each are open.', '> **Warning**: Rings are round.'])
  })

  it('R3.14 is a remark of a script in words, unless it holds marks, a call or columns', () => {
    const besideScript = (remark: string) =>
      besideOf(
        `# Late\n\n## Mitigation\n\n\`\`\`sh\n# Look at it\nrelayctl show\n\n# ${remark}\n\n# Drain it\nrelayctl drain\n\`\`\`\n`,
      )[0]?.[1]
    expect(besideScript('The reader goes on by itself')).toBe('The reader goes on by itself')
    for (const remark of ['The ring <b> is free', 'relayctl open b --all', 'NAME    AGE'])
      expect(besideScript(remark)).toBe(`\`\`\`sh\n# ${remark}\n\`\`\``)
  })

  it('R3.14 is a block of nothing but remarks in words, too, unless it is of no shell', () => {
    const besideBlock = (language: string) =>
      besideOf(
        `# Late\n\n## Mitigation\n\n1. Stop it:\n\n   \`\`\`${language}\n   # On the board: press the key\n   # The ring is closed then\n   \`\`\`\n\n2. Call the lead.\n`,
      )[0]?.[1]
    expect(besideBlock('bash')).toBe('On the board: press the key\n\nThe ring is closed then')
    expect(besideBlock('yaml')).toContain('# The ring')
  })

  it('R3.14 is what stands below a bold line between the steps, whatever it announces', () => {
    const text =
      '# Late\n\n## Mitigation\n\n### Grow it\n\n1. Add a relay.\n\n**Expected impact**:\n- The lag falls\n\n### Drain it\n\n1. Drain the ring.\n'
    expect(besideOf(text)).toEqual([
      ['Add a relay.', '**Expected impact**:\n\n- The lag falls'],
      ['Drain the ring.', ''],
    ])
  })

  it('R3.14 is not what stands behind the steps, which is a text of its own, but for the escalation', () => {
    const text =
      '# Late\n\nAbout the loader.\n\n## Mitigation\n\n1. Stop the loader.\n\n## Spikes\n\nSome are harmless.\n\n## Escalation\n\nCall the lead.\n'
    expect(besideOf(text)).toEqual([['Stop the loader.', '**Escalation**\n\nCall the lead.']])
    expect(parse(text).furtherText).toEqual([{ title: 'Spikes', line: 9, markdown: 'Some are harmless.' }])
  })

  it.each(['Notes', 'Important notes', 'Known limitations', 'Caveats:'])(
    'R3.14 "%s" between two parts with steps are read beside the step before, a list of links is not',
    (heading) => {
      const text = (name: string) =>
        `# Ring\n\n## Restore it\n\n1. Restart it.\n\n## ${name}\n\n- What is in it is deleted first.\n\n## Troubleshooting\n\n1. Look at it.\n`
      expect(besideOf(text(heading))[0]?.[1]).toContain('What is in it is deleted first.')
      expect(besideOf(text('References'))[0]?.[1]).toBe('')
    },
  )

  it('R3 belongs to the steps of the scenario under which it stands', () => {
    const text =
      '# Late\n\n## Failure scenarios\n\n### Disk full\n\nRare.\n\n1. Run the cleaner.\n\n### Loader stuck\n\n1. Restart it.\n\n   Twice is fine.\n'
    expect(parse(text).scenarios.map(({ steps }) => steps.map(({ before, after }) => before + after))).toEqual([
      ['Rare.'],
      ['Twice is fine.'],
    ])
  })
})
