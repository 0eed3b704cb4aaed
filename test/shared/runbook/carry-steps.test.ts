import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedSteps } from '../../../shared/runbook/carry-steps.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const path = 'runbooks/late.md'
const textOf = (...steps: readonly string[]): string =>
  `# Late\n\n## Debugging steps\n\n${steps.map((step) => `- [ ] ${step}\n`).join('')}`
const idsOf = (text: string): readonly (readonly [string, string])[] =>
  parseRunbook({ path, text }).steps.map((step) => [step.text, step.id] as const)

/** What each step of the first text is called in the second, by its words there. */
function carriedWords(before: string, after: string): readonly (string | undefined)[] {
  const { stepOf } = carriedSteps(path, before, after)
  const wordsOf = new Map(idsOf(after).map(([words, id]) => [id, words]))
  return idsOf(before).map(([, id]) => wordsOf.get(stepOf(id) ?? ''))
}

describe('the steps of a runbook after an edit', () => {
  it('R6 are found again where they moved to; a reworded one is new', () => {
    const before = textOf('Look at the loader', 'Restart the loader', 'Tell finance')
    const after = textOf('Open the dashboard', 'Tell finance', 'Look at the loader', 'Restart the loader twice')
    expect(carriedWords(before, after)).toEqual(['Look at the loader', undefined, 'Tell finance'])
  })

  it('R6 with the same words are told apart by their order', () => {
    const before = textOf('Wait five minutes', 'Restart it', 'Wait five minutes')
    const after = textOf('Look first', 'Wait five minutes', 'Restart it', 'Wait five minutes')
    const { stepOf } = carriedSteps(path, before, after)
    const places = idsOf(before).map(([, id]) => idsOf(after).findIndex(([, place]) => place === stepOf(id)))
    expect(places).toEqual([1, 2, 3])
  })

  it('R6 stay within their scenario, and a scenario that went away is known to be gone', () => {
    const scenarios = (first: string) =>
      `# Late\n\n## Failure scenarios\n\n### ${first}\n\n1. Look at the loader\n\n### High latency\n\n1. Look at the loader\n`
    const before = parseRunbook({ path, text: scenarios('Late data') })
    const { stepOf, hasScenario } = carriedSteps(path, before.text, scenarios('Broken transformation'))
    const [late, slow] = before.scenarios.map((scenario) => scenario.steps[0]?.id ?? '')
    expect(stepOf(late ?? '')).toBeNull()
    expect(stepOf(slow ?? '')).not.toBeNull()
    expect([hasScenario('late-data'), hasScenario('high-latency')]).toEqual([false, true])
  })

  it('R6 of a section are not those of another one that says the same', () => {
    const section = (name: string) => `### ${name}\n\n1. Check the logs\n2. Restart the service\n\n`
    const before = `# X\n\n## Debugging steps\n\n${section('Broker')}${section('Database')}`
    const after = `# X\n\n## Debugging steps\n\n${section('Cache')}${section('Broker')}${section('Database')}`
    const { stepOf, added } = carriedSteps(path, before, after)
    const ids = idsOf(after).map(([, id]) => id)
    expect(idsOf(before).map(([, id]) => ids.indexOf(stepOf(id) ?? ''))).toEqual([2, 3, 4, 5])
    expect(added).toEqual(ids.slice(0, 2))
  })

  it('R6 with the same words stay where they stood when one of them goes, and are new where nobody can tell', () => {
    const [first, second] = ['Check the logs', 'Restart the loader']
    expect(carriedWords(textOf(first, second, first), textOf(second, first))).toEqual([undefined, second, first])
    expect(carriedWords(textOf(first, first), textOf(first))).toEqual([undefined, undefined])
    expect(carriedWords(textOf(first), textOf(first, first))).toEqual([undefined])
    expect(carriedWords(textOf(first, second, first), textOf(second, first, 'Look', first))).toEqual([
      undefined,
      second,
      undefined,
    ])
  })

  it('R6 whose command changed are new', () => {
    const text = (command: string) =>
      `# X\n\n## Debugging steps\n\n1. Restart the service:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n`
    const { stepOf, added } = carriedSteps(path, text('systemctl restart a'), text('systemctl restart b --force'))
    expect(idsOf(text('systemctl restart a')).map(([, id]) => stepOf(id))).toEqual([null])
    expect(added).toHaveLength(1)
  })

  it('R6 keep their ids when nothing changed, whatever they say', () => {
    const words = fc.stringMatching(/^[A-Za-z][a-z ]{0,12}[a-z]$/)
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (steps) => {
        const text = textOf(...steps)
        const { stepOf } = carriedSteps(path, text, text)
        for (const [, id] of idsOf(text)) expect(stepOf(id)).toBe(id)
      }),
    )
  })
})
