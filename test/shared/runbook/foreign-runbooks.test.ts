import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectedHandTyped } from './expected-hand-typed.ts'
import { expectedHardCases } from './expected-hard-cases.ts'
import { expectedHouseStyles } from './expected-house-styles.ts'
import { expectedListsAndQuestions } from './expected-lists-and-questions.ts'
import { expectedOtherLanguages } from './expected-other-languages.ts'
import type { ExpectedRunbook } from './expected-runbook.ts'
import { expectedThingsBesideSteps } from './expected-things-beside-steps.ts'
import { readSample } from './read-sample.ts'

const expected: Readonly<Record<string, ExpectedRunbook>> = {
  ...expectedHouseStyles,
  ...expectedHardCases,
  ...expectedHandTyped,
  ...expectedThingsBesideSteps,
  ...expectedOtherLanguages,
  ...expectedListsAndQuestions,
}

describe('R4 runbooks of other houses', () => {
  it.each(Object.entries(expected))('R4 %s yields its title, parts and a usable checklist', (path, wanted) => {
    const runbook = readSample(path)
    const words = (steps: typeof runbook.steps) => steps.map(({ text, depth }) => `${'> '.repeat(depth)}${text}`)
    const all = [...runbook.steps, ...runbook.scenarios.flatMap(({ steps }) => steps)]
    expect({
      title: runbook.title,
      titleFrom: runbook.titleFrom,
      parts: runbook.parts.map(({ kind }) => kind).filter((kind) => kind !== 'other'),
      general: words(runbook.steps),
      scenarios: Object.fromEntries(runbook.scenarios.map(({ title, steps }) => [title, words(steps)])),
      commands: all.flatMap(({ commands }) => commands.map(({ text }) => text.split('\n')[0])),
    }).toEqual(wanted)
  })

  it('R4 every sample has an expected outcome', () => {
    const folder = new URL('../../../fixtures/foreign-runbooks/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(Object.keys(expected).sort())
  })
})
