import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const besideOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, before, after }) => [text, before + after])

describe('R3 beside a step stands only what no step says', () => {
  it('R3 of a paragraph the sentences that are no step', () => {
    expect(besideOf('The ring may be **late** and', 'slow. Check the lag.')).toEqual([
      ['Check the lag.', 'The ring may be **late** and slow.'],
    ])
  })

  it('R3 and all of it where its marks go over a sentence', () => {
    const bold = 'The ring **is late. And slow.** Check the lag.'
    expect(besideOf(bold)[0]?.[1]).toBe(bold)
  })

  it('R3 of lines that are broken on purpose those that are no step', () => {
    expect(besideOf('It may be late.  ', 'Check the lag.')).toEqual([['Check the lag.', 'It may be late.']])
    expect(besideOf('It may be late.<br>', 'It may be slow.\\', 'Check the lag.')).toEqual([
      ['Check the lag.', 'It may be late.  \nIt may be slow.'],
    ])
  })

  it('R3 a sentence that a step says is not told again for its link, and one that none says keeps its own', () => {
    const linked = 'It is late. See [the board](https://board.example).'
    expect(besideOf('Check the lag:', '', '```sh', 'lagctl --all', '```', '', linked)[0]?.[1]).toBe(linked)
    const told = 'The ring of [the board](https://board.example) is late. Check the lag on [the *list*](lag.md#all).'
    expect(besideOf(told)).toEqual([
      ['Check the lag on the list.', 'The ring of [the board](https://board.example) is late.'],
    ])
    expect(besideOf('The ring is late. Check the lag on [the list][lag].', '', '[lag]: lag.md')).toEqual([
      ['Check the lag on the list.', 'The ring is late.'],
    ])
  })

  it('R3 of a script that became steps the remarks that did not', () => {
    const script = [
      '# 1. Look at the lag',
      'lagctl --all',
      '',
      '# a grave one is above 7',
      '',
      '# 2. Drain it',
      'drainctl -a',
    ]
    expect(besideOf('```sh', ...script, '```')).toEqual([
      ['Look at the lag', 'a grave one is above 7'],
      ['Drain it', ''],
    ])
  })

  it('R3 of a table the rows of which some cell is told by no step', () => {
    const table = [
      '| Step | Command | Where |',
      '|---|---|---|',
      '| Drain it | `drainctl -a` | |',
      '| Open it | `openctl -a` | on the host |',
    ]
    expect(besideOf(...table)).toEqual([
      ['Drain it', [...table.slice(0, 2), ...table.slice(3)].join('\n')],
      ['Open it', ''],
    ])
  })

  it('R3 a link whose target stands elsewhere in the file keeps it', () => {
    const text = [
      'Check the lag:',
      '',
      '```sh',
      'lagctl --all',
      '```',
      '',
      'It is on [the big',
      'board][1], on [Ring] and in [Nothing].',
    ]
    const definitions = ['', '[1]: https://board.example', '[ring]: https://ring.example "The ring"']
    expect(besideOf(...text, ...definitions)[0]?.[1]).toBe(
      'It is on [the big\nboard](https://board.example), on [Ring](https://ring.example) and in [Nothing].',
    )
  })
})

describe('R3.14 what a step says only by chance is shown beside it all the same', () => {
  it('R3.14 is a name that stands in a sentence about something else', () => {
    const [step] = runbookOf(
      '# T',
      '## Fix',
      'The rings are kept in one of the rooms:',
      '- ring-room-north',
      '- ring-room-south',
      '',
      'Enter the room (for the first ring go to ring-room-north):',
      '1. Lift the lid.',
    ).steps
    expect(step?.before).toBe('The rings are kept in one of the rooms:\n\n- ring-room-north\n\n- ring-room-south')
  })

  it.each(['yaml', ''])(
    'R3.14 is code that no step took, though each line of it stands in the code of one',
    (language) => {
      const code = (...lines: string[]) => [`\`\`\`${language}`, ...lines, '```']
      const given = code('kind: Ring', 'metadata:', '  name: open')
      const [step] = runbookOf(
        '# T',
        '## Fix',
        'Given this ring:',
        ...given,
        '',
        'add a ring that is closed:',
        ...code('kind: Ring', 'metadata:', '  name: open', '  closed: true'),
      ).steps
      expect(step?.before).toBe(['Given this ring:', '', ...given].join('\n'))
    },
  )
})

describe('R3.14 words beside a step, without its own', () => {
  it('R3.14 an address in angle brackets parts no words', () => {
    const address = 'The ring is late. Open <https://a.example> , the page of the ring should be seen.'
    expect(besideOf(address)[0]?.[1]).toBe('The ring is late.')
  })
})

describe('R3.14 marks of the source are no words of a note', () => {
  it('R3.14 any bullet is one, and a link leads to the page that a tag names', () => {
    const told = ['* The ring is [old]({{< relref "rings/old.md" >}}).', '* Drain the ring.']
    expect(besideOf(...told)[0]).toEqual(['Drain the ring.', '- The ring is [old](rings/old.md).'])
    const twice = 'Get [the key]({% link _docs/key.md %}) of it with `ringctl`. It is long. Drain the ring.'
    expect(besideOf(twice).map(([, beside]) => beside)).not.toContainEqual(expect.stringContaining('Get [the key]'))
    const page = 'It is [told]({{ site.baseurl }}{% link _docs/ring.md %}#old). Drain the ring.'
    expect(besideOf(page)[0]).toEqual(['Drain the ring.', 'It is [told](_docs/ring.md#old).'])
  })

  it('R3.14 a star between numbers is none, and a picture in HTML needs no quotes', () => {
    expect(besideOf('With 3 rings it is 30 * 3 = 90 in all. Drain the ring.')[0]).toEqual([
      'Drain the ring.',
      'With 3 rings it is 30 * 3 = 90 in all.',
    ])
    expect(besideOf('Drain the ring.', '', '<img src=ring.png width="400">')[0]?.[1]).toBe('![](ring.png)')
  })
})
