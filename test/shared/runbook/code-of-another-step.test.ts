import { describe, expect, it } from 'vitest'
import { codeBlock, codeOfItem, runbookOf } from './read-sample.ts'

const read = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.map(({ text, commands }) => [
    text,
    ...commands.map((command) => command.text),
  ])

describe('R3.12 a command stands at the step that it is for', () => {
  it('R3.12 not below what is done with another tool', () => {
    expect(
      read('Connect to the node.', '', 'On a ring you may need to `ssh` into each node.', ...codeBlock('sh', 'ps aux')),
    ).toEqual([['Connect to the node.'], ['On a ring you may need to ssh into each node.'], ['Run ps aux', 'ps aux']])
    expect(read('You may need to `ssh` there with the following.', ...codeBlock('sh', 'ringctl enter'))).toEqual([
      ['You may need to ssh there with the following.', 'ringctl enter'],
    ])
  })

  it('R3.12 not below how what was printed above should be', () => {
    expect(
      read(
        'Get the ring:',
        ...codeBlock('sh', 'kubectl get ring -o jsonpath={.Open}'),
        'The `Open` of it should be true, if not, check why.',
        ...codeBlock('sh', 'kubectl get ring -o jsonpath={.Full}'),
      ),
    ).toEqual([
      ['Get the ring', 'kubectl get ring -o jsonpath={.Open}'],
      ['The Open of it should be true, if not, check why.'],
      ['Run kubectl get ring -o jsonpath={.Full}', 'kubectl get ring -o jsonpath={.Full}'],
    ])
  })

  it('R3.7 not at the title of an item, above what the item asks for first', () => {
    expect(
      read(
        '1. Read the rings:',
        '',
        '   Find those that are late. Note their names.',
        '',
        '   To see more of them, you can also use the long form:',
        ...codeOfItem('ringctl list -v'),
        '2. Drain the ring',
      ),
    ).toEqual([
      ['Read the rings'],
      ['Find those that are late. Note their names.'],
      ['To see more of them, you can also use the long form', 'ringctl list -v'],
      ['Drain the ring'],
    ])
  })

  it('R3.12 not below what is done with it, where the line before promises it', () => {
    expect(
      read(
        'Then run the following `ringctl` command (it asks first).',
        '',
        'Append it with `--yes` to go on.',
        ...codeBlock('', '$ ringctl drain b'),
      ),
    ).toEqual([
      ['Then run the following ringctl command (it asks first).', 'ringctl drain b'],
      ['Append it with --yes to go on.'],
    ])
  })

  it('R3.12 but of the bullet above what tells about it, where the bullets have their code below them', () => {
    const told = 'Counting keeps numbers of the slices. The relay uses these to find a ring.'
    expect(
      read(
        '* Save the ring',
        '',
        ...codeBlock('cmd', 'ringctl save > b'),
        '',
        '* Count it',
        '',
        told,
        '',
        ...codeBlock('cmd', 'count;'),
      ),
    ).toEqual([
      ['Save the ring', 'ringctl save > b'],
      ['Count it', 'count;'],
    ])
  })

  it('R3.12 but of the line that leads to commands, with facts between', () => {
    const facts = 'From: ring b. To: ring c.'
    expect(
      read('On your machine, execute the commands below:', '', facts, ...codeBlock('cmd', 'ringctl copy')),
    ).toEqual([['On your machine, execute the commands below', 'ringctl copy']])
  })
})
