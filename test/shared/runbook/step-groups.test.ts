import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { groupHeadings } from '../../../shared/runbook/steps/step-groups.ts'

const headingsOf = (text: string, title = 'Late') => groupHeadings(parseRunbook({ path: 'a.md', text }).steps, title)

describe('the headings between steps', () => {
  it('R3 stand where a group begins, with those above them that begin there too', () => {
    const text =
      '# Late\n\n## Diagnosis\n\n- Check the lag.\n- Check the queue.\n\n## Mitigation\n\n### The loader\n\n1. Open it.\n2. Restart the loader.\n\n### The queue\n\n1. Drain it.\n'
    expect(headingsOf(text)).toEqual(['Diagnosis', null, 'Mitigation \u203A The loader', null, 'The queue'])
  })

  it('R3 do not say the name of the scenario again, with or without its number', () => {
    const text = '# Late\n\n## 2. Ring full\n\n1. Look.\n\n### Fix\n\n1. Drain it.\n'
    expect(headingsOf(text, 'Ring full')).toEqual([null, 'Fix'])
    expect(headingsOf(text.replace('2. Ring', 'Scenario B: Ring'), 'Ring full')).toEqual([null, 'Fix'])
  })

  it('R3 tell one group from another of the same name below another heading', () => {
    const text =
      '# Late\n\n## Stop the loader\n\n### Actions\n\n- Open the desk.\n\n## Drain the queue\n\n### Actions\n\n- Purge it.\n'
    expect(headingsOf(text)).toEqual(['Stop the loader \u203A Actions', 'Drain the queue \u203A Actions'])
  })

  it('R3 of one name again and again at one level say whose they are', () => {
    const text =
      '# Late\n\n## Loader\n\n## Actions\n\n- Open the desk.\n\n## Queue\n\nIt holds loads.\n\n## Actions\n\n- Purge it.\n\n### Then\n\n- Close the desk.\n'
    expect(headingsOf(text)).toEqual(['Loader \u203A Actions', 'Queue \u203A Actions', 'Then'])
    const once = '# Late\n\n## Loader\n\n## Diagnosis\n\n- Open the desk.\n\n## Mitigation\n\n- Purge it.\n'
    expect(headingsOf(once)).toEqual(['Diagnosis', 'Mitigation'])
  })

  it('R3 say nothing that the step or the title above says already', () => {
    const text =
      '# Late\n\n## Step 1: Check the lag\n\n`lagctl show`\n\n## Step 2: Restart the loader\n\n```sh\nloaderctl restart\n```\n'
    expect(headingsOf(text)).toEqual([null, null])
    const two = '# Late\n\n## Diagnosis\n\n- Check the lag.\n\n## Mitigation\n\n- Restart the loader.\n'
    expect(headingsOf(two, 'Diagnosis')).toEqual([null, 'Mitigation'])
  })

  it('R3 name the ways to choose from, below what they have in common', () => {
    const text =
      '# Late\n\n## Restore\n\n### Using the console\n\n#### Find it\n\n1. Open it.\n2. Pick one.\n\n### Using the CLI\n\n1. List them.\n2. Take one.\n'
    const { steps } = parseRunbook({ path: 'a.md', text })
    expect(steps.map((step) => step.text)).toEqual(['Open it.', 'Pick one.', 'List them.', 'Take one.'])
    expect(groupHeadings(steps, 'Late')).toEqual([
      'Restore \u203A Either: Using the console \u203A Find it',
      null,
      'Or: Using the CLI',
      null,
    ])
  })

  it('R3 say where the ways have met again', () => {
    const text =
      '# Late\n\n## Fix\n\n1. Look.\n\n=== "Docker"\n\n    1. Stop it.\n    2. Drain it.\n\n=== "Helm"\n\n    1. Swap it.\n    2. Wait for it.\n\nTell the owner.\n'
    expect(headingsOf(text)).toEqual(['Fix', 'Either: Docker', null, 'Or: Helm', null, 'Either way'])
  })

  it('R3 are left out where there is only one', () => {
    expect(headingsOf('# Late\n\n## Diagnosis\n\n- Check the lag.\n- Check the queue.\n')).toEqual([null, null])
  })
})
