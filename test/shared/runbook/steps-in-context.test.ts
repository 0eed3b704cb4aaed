import { describe, expect, it } from 'vitest'
import { runbookOf, stepTexts } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)
const withCommands = (...lines: string[]) =>
  stepsOf(...lines).map(({ text, commands }) => [text, ...commands.map((command) => command.text)])

describe('R3 what an item says', () => {
  it('R3 the words of an item are those of the paragraph that asks', () => {
    expect(texts('- When the copy fails, the script is silent.', '', '  Check the log for clues.')).toEqual([
      'When the copy fails, the script is silent: Check the log for clues.',
    ])
    expect(texts('1. **Old parcels**', '', '   Check the log for clues.')).toEqual([
      'Old parcels',
      'Check the log for clues.',
    ])
  })

  it('R3 code below items of an item belongs to the last of them', () => {
    expect(
      withCommands('1. For full disks:', '   - Remove old boxes:', '', '   ```sh', '   rm -r /old', '   ```'),
    ).toEqual([['For full disks'], ['Remove old boxes', 'rm -r /old']])
  })

  it('R3 what is still to be written, and what stands in brackets, is no step', () => {
    expect(texts('- Restart the ring', '- TODO: add queries', '- TBD')).toEqual(['Restart the ring'])
    expect(texts('1. Note the error', '   - (i.e. "no such name")', '2. Restart the ring')).toEqual([
      'Note the error',
      'Restart the ring',
    ])
  })

  it('R3 a label of one word is no order, whatever the word', () => {
    expect(texts('Trigger: RingDown in the logs', '', '1. Restart the ring')).toEqual(['Restart the ring'])
  })
})

describe('R3 what stands above a list', () => {
  it('R3 causes that are counted are no steps', () => {
    expect(
      texts(
        'There are two likely causes for this.',
        '',
        '1. The ring is late',
        '2. The line is cut',
        '',
        'Check the line.',
      ),
    ).toEqual(['Check the line.'])
  })

  it('R3 what one may notice is no step, even if it names a command', () => {
    expect(
      texts(
        'You may also notice:',
        '',
        '- `kubectl get rings` shows errors',
        '',
        '- ring logs show errors',
        '',
        'Restart it:',
        '',
        '```sh',
        'ls',
        '```',
      ),
    ).toEqual(['Restart it'])
  })

  it('R3 an order before numbers is a step, an introduction is none', () => {
    expect(texts('Switch to the other account.', '', '1. Restart the ring')).toEqual([
      'Switch to the other account.',
      'Restart the ring',
    ])
    expect(texts('To fix it, you need to find the cause.', '', '1. Restart the ring')).toEqual(['Restart the ring'])
    expect(texts('Take these in order.', '', '1. Restart the ring')).toEqual(['Restart the ring'])
  })
})

describe('R3 what stands around code', () => {
  it('R3 words in brackets between a line and its code are passed over', () => {
    expect(withCommands('Copy it with:', '', '(the number may differ)', '', '```', 'cp ring.6 here', '```')).toEqual([
      ['Copy it with', 'cp ring.6 here'],
    ])
  })

  it('R3 code below a statement that leads to none is looked at', () => {
    expect(
      texts(
        'Restart the ring:',
        '',
        '```',
        'ringctl restart',
        '```',
        '',
        'The value for the ring will be:',
        '',
        '```',
        'ring-state/live',
        '```',
      ),
    ).toEqual(['Restart the ring'])
    expect(withCommands('The command I used was:', '', '```', 'ringer restart now', '```')).toEqual([
      ['The command I used was', 'ringer restart now'],
    ])
  })

  it('R3 what one is told to run is a command, whatever its name; a name of other things is none', () => {
    expect(withCommands('- Find its number by running `jps`.')).toEqual([['Find its number by running jps.', 'jps']])
    expect(withCommands('- To run `ringctl` commands, log in.')).toEqual([['To run ringctl commands, log in.']])
    expect(withCommands('- It broke during `terraform init`, so restart it.')).toEqual([
      ['It broke during terraform init, so restart it.'],
    ])
  })
})

describe('R3 what a list and a block belong to', () => {
  it('R3 a list that an order points at is to be checked, whatever the words of its items', () => {
    expect(
      stepTexts(
        '# T',
        'Check the list below before you go on',
        '',
        '- the folder exists in the new ring',
        '- no parcel moves through the old one',
      ),
    ).toEqual([
      'Check the list below before you go on',
      'the folder exists in the new ring',
      'no parcel moves through the old one',
    ])
  })

  it('R3 an example that names a command is a step below its item', () => {
    expect(withCommands('1. Find the lock and delete it', '   - Example: we ran `kubectl delete lock ring-4`')).toEqual(
      [['Find the lock and delete it'], ['Example: we ran kubectl delete lock ring-4', 'kubectl delete lock ring-4']],
    )
  })

  it('R3 text and settings that an order puts somewhere stay with it, as no code of a shell', () => {
    const put = (words: string, language: string) =>
      stepsOf(words, '', `\`\`\`${language}`, 'ring:', '  user: me', '```').map(({ text, commands }) => [
        text,
        commands,
      ])
    const settings = { text: 'ring:\n  user: me', line: 6 }
    const words = 'To set up, add the following in ~/.ring'
    expect(put(`${words}:`, '')).toEqual([[words, [{ language: 'text', ...settings }]]])
    expect(put('- Update the user with the following settings:', 'yaml')).toEqual([
      ['Update the user with the following settings', [{ language: 'yaml', ...settings }]],
    ])
    expect(put('Check that the user is set:', 'yaml')[0]?.[1]).toEqual([])
    expect(put('Check the ring. It prints:', 'yaml')[0]?.[1]).toEqual([])
  })

  it('R3 a link goes with the line above it when that has not ended', () => {
    expect(texts('If nothing is found, verify the', '[state of the ring](https://a.example)')).toEqual([
      'If nothing is found, verify the state of the ring',
    ])
  })

  it('R3 beside scenarios, bullets that nearly all ask for something are general steps, links are none', () => {
    expect(
      stepTexts(
        '# T',
        '## Refused error',
        '- Look at the port.',
        '## Timeout error',
        '- Look at the line.',
        '## Database check',
        '- Check its alerts.',
        '- Is it full?',
        '## Other books',
        '- [Check the ring](https://a.example)',
        '- [Drain the ring](https://b.example)',
      ),
    ).toEqual(['Check its alerts.', 'Is it full?'])
  })

  it('R3 beside headings that announce steps, "Cancelling the query" with something to type counts', () => {
    expect(
      stepTexts(
        '# T',
        '## Cancelling the query',
        'This is done with:',
        '',
        '    ringctl cancel --all',
        '## Diagnosis',
        '1. Restart the ring',
      ),
    ).toEqual(['Cancelling the query', 'Restart the ring'])
  })

  it('R4 away from headings that announce steps, advice to the reader is a step of its own', () => {
    expect(stepTexts('# T', '## Fix leaks', 'Leaks are common. For such jobs you can try the other packer.')).toEqual([
      'For such jobs you can try the other packer.',
    ])
  })
})
