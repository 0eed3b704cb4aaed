import { didYouMean } from '../../kit/nearest-word.ts'
import type { Problem } from '../../kit/problem.ts'
import { firstRungOutOfOrder, policyInputSchema } from '../../schedule/policy.ts'
import type { Runbook } from '../runbook.ts'
import { isChannel, isOurs, isRecord, KNOWN_KEYS, plainKey } from '../text/front-matter-fields.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { misspelt } from './misspelt-key.ts'

/** Where a front matter key stands: the first that begins its line, else the first that is set in, as in the tables of site generators. */
function placeOfKey({ raw }: Runbook['frontMatter'], names: readonly string[]) {
  const keys = raw.split('\n').flatMap((line, at) => {
    const [, indent = '', key = '', said = ''] = /^([ \t]*)["']?([\w-]{1,60})["']?\s*[:=](.*)$/.exec(line) ?? []
    return names.includes(plainKey(key)) && isOurs(plainKey(key), said) ? [{ at, key, isSetIn: indent !== '' }] : []
  })
  return keys.find(({ isSetIn }) => !isSetIn) ?? keys[0]
}

/** The line of a front matter key, or the first line of the file when the key cannot be found. */
export function lineOfKey({ frontMatter }: Runbook, names: readonly string[]): number {
  const place = placeOfKey(frontMatter, names)
  return place === undefined ? 1 : firstLineOf(frontMatter) + place.at
}

/** A front matter key of ours as this file spells it, so that nobody looks for one that does not stand there. */
export const keyAsWritten = ({ frontMatter }: Runbook, name: keyof typeof KNOWN_KEYS): string =>
  placeOfKey(frontMatter, KNOWN_KEYS[name])?.key ?? name

/** The line on which the text between the fences begins: blank lines may stand above the front matter. */
export function firstLineOf({ format, raw, endLine }: Runbook['frontMatter']): number {
  return format === 'json' ? 1 : endLine - raw.split('\n').length
}

/** Owner, pipeline, scenarios, misspelt keys and the runbook's own policy (R8, E2). */
export function findFrontMatterProblems(runbook: Runbook, context: RunbookCheckContext): Problem[] {
  return [
    ...ownerProblems(runbook, context.peopleIds),
    ...pipelineProblems(runbook, context.pipelineIds),
    ...scenarioProblems(runbook),
    ...keyProblems(runbook),
    ...policyProblems(runbook),
  ]
}

function ownerProblems(runbook: Runbook, peopleIds: readonly string[]): Problem[] {
  const { path, frontMatter } = runbook
  if (frontMatter.owner === undefined) {
    return [
      {
        file: path,
        line: 1,
        rule: 'runbook/no-owner',
        severity: 'warning',
        message: 'Nobody owns this runbook, so nobody keeps it right.',
        hint: 'Add "owner:" with the id of a person to the front matter.',
      },
    ]
  }
  if (peopleIds.length === 0 || peopleIds.includes(frontMatter.owner) || isChannel(frontMatter.owner)) return []
  const near = didYouMean(frontMatter.owner, peopleIds)
  const hint = near.hint ?? 'Name somebody from team.yaml by id.'
  return [
    {
      file: path,
      line: lineOfKey(runbook, KNOWN_KEYS.owner),
      rule: 'runbook/owner-gone',
      severity: 'error',
      message: `The owner ${frontMatter.owner} is not in team.yaml.`,
      hint,
    },
  ]
}

function pipelineProblems(runbook: Runbook, pipelineIds: readonly string[]): Problem[] {
  if (pipelineIds.length === 0) return []
  return runbook.frontMatter.pipelines
    .filter((id) => !pipelineIds.includes(id))
    .map(
      (id): Problem => ({
        file: runbook.path,
        line: lineOfKey(runbook, KNOWN_KEYS.pipeline),
        rule: 'runbook/pipeline-unknown',
        severity: 'error',
        message: `The pipeline ${id} is not in team.yaml.`,
        hint: didYouMean(id, pipelineIds).hint ?? 'Name a pipeline of team.yaml by id.',
      }),
    )
}

function scenarioProblems(runbook: Runbook): Problem[] {
  return runbook.frontMatter.scenarios
    .filter(({ id, title }) => !runbook.scenarios.some((scenario) => scenario.id === id || scenario.title === title))
    .map(
      ({ id, title }): Problem => ({
        file: runbook.path,
        line: lineOfKey(runbook, KNOWN_KEYS.scenarios),
        rule: 'runbook/scenario-without-text',
        severity: 'warning',
        message: `The front matter names the scenario "${title ?? id ?? ''}", but no heading has that name.`,
        hint: 'Add a heading with this name, or take it off the list.',
      }),
    )
}

function keyProblems(runbook: Runbook): Problem[] {
  const { format, raw } = runbook.frontMatter
  const keys = raw.split('\n').flatMap((line, index) => {
    const [, margin = '', key] = /^([ \t]*)["']?([A-Za-z][\w-]{2,40})["']?\s*[:=]/.exec(line) ?? []
    return key === undefined ? [] : [{ key, margin: margin.length, line: index + firstLineOf(runbook.frontMatter) }]
  })
  // Those of JSON are set in, all as far as the first.
  const ofThePage = format === 'json' ? keys[0]?.margin : 0
  return keys.flatMap(({ key, margin, line }): Problem[] => {
    if (margin !== ofThePage) return []
    const meant = misspelt(key)
    if (meant === undefined) return []
    return [
      {
        file: runbook.path,
        line,
        rule: 'runbook/unknown-key',
        severity: 'warning',
        message: `The key ${key} means nothing here.`,
        hint: `Did you mean ${meant}?`,
      },
    ]
  })
}

function policyProblems(runbook: Runbook): Problem[] {
  const { path, frontMatter } = runbook
  if (frontMatter.policy === undefined) return []
  const line = lineOfKey(runbook, KNOWN_KEYS.policy)
  const read = policyInputSchema.safeParse(frontMatter.policy)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue?.path.join('.') ?? ''
    const said = `${where === '' ? 'it' : where} ${issue?.message ?? 'cannot be read'}`
    return [
      {
        file: path,
        line,
        rule: 'runbook/policy-invalid',
        severity: 'error',
        message: `The policy cannot be used: ${said}.`,
        hint: 'Until then the policy of the pipeline applies. A rung is written {after: PT1H, tell: secondary}.',
      },
    ]
  }
  const rungs = read.data.rungs ?? []
  const at = firstRungOutOfOrder(rungs)
  const rung = rungs[at]
  if (!isRecord(rung)) return []
  return [
    {
      file: path,
      line,
      rule: 'runbook/rung-unreachable',
      severity: 'error',
      message: `Rung ${at + 1} (${rung.after}) does not come after the rung before it, so it can never be reached.`,
      hint: 'Let the rungs strictly increase; each counts from the clock, not from the rung before.',
    },
  ]
}
