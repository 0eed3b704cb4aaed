import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, commands }) => [
    text,
    ...commands.map((command) => command.text),
  ])

describe('R4 commands that are set in by two blanks, without a fence', () => {
  it('R4 "# ..." straight below one is its remark and no heading', () => {
    const lines = ['Look at the ring:', '', '  kubectl describe pod ring', '  # Check "Last State" for the reason', '']
    const book = runbookOf('# T', '## Diagnosis', ...lines, 'Look at its log:', '', '  kubectl logs ring')
    expect(book.parts.map(({ heading }) => heading)).toEqual(['T', 'Diagnosis'])
    expect(book.steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])).toEqual([
      ['Look at the ring', 'kubectl describe pod ring\n# Check "Last State" for the reason'],
      ['Look at its log', 'kubectl logs ring'],
    ])
  })

  it('R4 below a blank line it is a heading all the same', () => {
    const { parts } = runbookOf('# T', '', 'Text.', '', '  ## Mitigation', '  Drain it.')
    expect(parts.map(({ heading }) => heading)).toContain('Mitigation')
  })

  it('R4 items straight below a line that is set in are a list, by letters too', () => {
    expect(
      stepsOf(
        '  Solutions:',
        '    a. Add replicas (one for each ring):',
        '       kubectl scale deployment/ring --replicas=3',
        '',
        '    b. Check the store:',
        '       kubectl logs -l app=store --tail=50',
      ),
    ).toEqual([
      ['Add replicas (one for each ring)', 'kubectl scale deployment/ring --replicas=3'],
      ['Check the store', 'kubectl logs -l app=store --tail=50'],
    ])
    expect(stepsOf('1. Drain the ring.', '', '  Common causes:', '    - OOMKilled: raise the limit')).toHaveLength(2)
  })
})

describe('R4 fences as people write them', () => {
  it('R4 two back quotes end a fence of three', () => {
    expect(
      stepsOf(
        '1. Look at it:',
        '   ```sh',
        '   ringctl show',
        '   ``',
        '   If it is torn, drain it.',
        '',
        '2. Restart it.',
      ),
    ).toEqual([['Look at it', 'ringctl show'], ['If it is torn, drain it.'], ['Restart it.']])
    expect(stepsOf('Look at it:', '', '````sh', 'ringctl show', '``', 'ringctl list', '````')).toHaveLength(1)
  })

  it('R4 a fence among words that are set in as far as code is one, with its words', () => {
    const fence = ['    ```bash', '    kubectl get pods', '    ```', '', '    If one is torn, restart it:', '']
    const book = stepsOf('## Look at the ring', '', ...fence, '    ```kubectl rollout restart deploy/ring```')
    expect(book.flat()).toEqual(expect.arrayContaining(['kubectl get pods', 'kubectl rollout restart deploy/ring']))
    expect(book.flat().join()).not.toContain('```')
  })

  it('R4 a fence within code that is set in stays as it is behind other code', () => {
    expect(
      stepsOf('Write it:', '', '    cat > ring.md <<EOF', '    ```', '    ring', '    ```', '    EOF')[0]?.[1],
    ).toContain('```')
  })

  it('R4 a sentence that is set in straight below a heading is words, and a call is none', () => {
    const book = (...lines: string[]) => runbookOf('# T', '## Diagnosis', '1. Look at it.', '## Fix', ...lines).steps
    expect(book('    Restart the relay on its host', '').map(({ text }) => text)).toContain(
      'Restart the relay on its host',
    )
    expect(book('    ringctl restart --all', '').at(-1)?.commands).toHaveLength(1)
    expect(book('    Host relay-1 is on: {ring}', '')).toHaveLength(1)
  })
})
