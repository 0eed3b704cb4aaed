import { describe, expect, it } from 'vitest'
import { answersByAlert, distinctQuestions } from '../../../shared/alerts/alert-questions.ts'

const question = (name: string, labels: Readonly<Record<string, string>>) => ({
  name,
  asks: [{ labels: { alertname: name, ...labels }, annotations: {} }],
})

describe('R5 what is asked about the alerts of an incident', () => {
  it('R5 alerts that differ in nothing that a runbook names are one question', () => {
    const storm = Array.from({ length: 300 }, (_, pod) => question('Down', { pod: `p${pod}`, env: 'prod' }))
    const decisive = new Set(['alertname', 'env'])
    expect(distinctQuestions([...storm, question('Down', { pod: 'p1', env: 'test' })], decisive)).toHaveLength(2)
  })

  it('R5 answers of one name say in what their alerts differ only where they differ themselves', () => {
    const [eu, us] = [question('Lag', { env: 'eu' }), question('Lag', { env: 'us' })]
    const other = question('Down', {})
    const called = (...lists: string[][]) =>
      answersByAlert([eu, us, other].map((each, at) => ({ question: each, list: lists[at] ?? [] }))).map(
        ({ alert }) => alert,
      )
    expect(called(['a'], ['b'], ['a'])).toEqual(['Lag, env=eu', 'Lag, env=us', 'Down'])
    expect(called(['a'], ['a'], ['a'])).toEqual(['Lag', 'Down'])
  })
})
