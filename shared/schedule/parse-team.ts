import { isAlias, isMap, isNode, isScalar, visit } from 'yaml'
import { z } from 'zod'
import { didYouMean } from '../kit/nearest-word.ts'
import type { Problem } from '../kit/problem.ts'
import { findSecrets, secretByPlace, withoutSecrets } from '../kit/workspace-secrets.ts'
import { type Complaint, salvage } from './salvage.ts'
import { emptyTeam, type HolidayMode, type Layer, type Pipeline, type Rotation, type Team } from './team.ts'
import { checkTeam } from './team-checks.ts'
import { type TeamFile, teamFileSchema } from './team-file.ts'
import { asTyped, readYaml, type YamlPath, type YamlSource } from './yaml-source.ts'

/** A workspace file as read: its path inside the workspace, for messages, and its text. */
export type WorkspaceText = { readonly path: string; readonly text: string }

/** What could be read, and everything that was wrong with the rest. A problem of rule `team/yaml` means that nothing could be (W1). */
export type ParsedTeam = { readonly team: Team; readonly problems: readonly Problem[] }

/** A thousand people fit into half of it; a longer team.yaml is a mistake, and would make the console slow. */
const mostCharacters = 300_000

/** Each alias is a search through the file. */
const mostAliases = 500

/** Nobody reads further. */
const mostProblems = 300

type Report = (problem: Omit<Problem, 'file'>) => void

/** `people[2].phone`, as a person would point at it. */
const inWords = (path: YamlPath): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('')

/** W3: reports every secret once per line, and takes its value out of the document, so that it reaches neither a screen nor a log. */
function refuseSecrets({ document, positionAt }: YamlSource, text: string, report: Report): void {
  const lines = new Set<number>()
  const refuse = (offset: number, name: string) => {
    const position = positionAt(offset)
    if (lines.has(position.line)) return
    lines.add(position.line)
    const message = `this line holds ${name}; secrets do not belong in a workspace`
    const hint = 'Remove it, and change it where it was issued: whoever has this file has it too.'
    report({ ...position, rule: 'team/secret', severity: 'error', message, hint })
  }
  for (const { name, from } of findSecrets(text)) refuse(from, name)
  visit(document, {
    Scalar(_key, node, path) {
      const value = node.source ?? String(node.value)
      const around = path.at(-1)
      const key =
        around && 'key' in around && isScalar(around.key) && around.value === node ? String(around.key.value) : ''
      const underChannels = path.some((step) => 'key' in step && isScalar(step.key) && step.key.value === 'channels')
      const byPlace = secretByPlace(key, value, underChannels)
      if (byPlace !== null) refuse(node.range?.[0] ?? 0, byPlace)
      return byPlace !== null || findSecrets(value).length > 0 ? visit.REMOVE : undefined
    },
  })
}

/** One broken bracket yields many errors; the first few are enough to mend it. */
const mostSyntaxErrors = 5

function reportSyntax({ document, positionAt }: YamlSource, report: Report): boolean {
  for (const { code, message, pos } of document.errors.slice(0, mostSyntaxErrors)) {
    const duplicate = code === 'DUPLICATE_KEY'
    const tooDeep = message.includes('call stack')
    const said = tooDeep ? 'this is nested too deeply to be read' : `this is not valid YAML: ${message}`
    report({
      ...positionAt(pos[0]),
      rule: duplicate ? 'team/duplicate-key' : 'team/yaml',
      severity: 'error',
      message: duplicate ? 'this key is there twice; the last one counts' : said,
    })
  }
  let aliases = 0
  visit(document, {
    Alias(_key, alias) {
      aliases += 1
      if (aliases > mostAliases) throw new Error('too many aliases')
      if (alias.resolve(document)) return
      const message = `*${alias.source} refers to nothing; there is no &${alias.source} before it`
      report({ ...positionAt(alias.range?.[0] ?? 0), rule: 'team/alias', severity: 'error', message })
    },
  })
  return document.errors.every(({ code }) => code === 'DUPLICATE_KEY')
}

function hintFor({ path, code, rule, value, knownKeys }: Complaint): { hint?: string } {
  if (code === 'unknown-key') return didYouMean(String(path.at(-1)), knownKeys)
  return rule === 'team/timezone' ? didYouMean(String(value), Intl.supportedValuesOf('timeZone')) : {}
}

function reportComplaint({ locate }: YamlSource, complaint: Complaint, report: Report): void {
  const { path, code, message, rule, leftOut } = complaint
  const unknown = code === 'unknown-key'
  const lost = leftOut.length === path.length ? '' : `; ${inWords(leftOut) || 'the file'} is left out`
  report({
    ...locate(path),
    rule: rule ?? `team/${code}`,
    severity: unknown ? 'warning' : 'error',
    message: `${inWords(path) || 'the file'} ${message}${lost}`,
    ...hintFor(complaint),
  })
}

function firstOfEachId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Fills in what only the whole file can tell: ids of unnamed rotations and layers, and zones that are left out. */
function toRotation(written: TeamFile['rotations'][number], at: number): Rotation {
  const id = written.id ?? (at === 0 ? 'rotation' : `rotation-${at + 1}`)
  const { hours, layers, ...rest } = written
  const { timezone } = written.handover
  return {
    ...rest,
    id,
    name: written.name ?? id,
    ...(hours && { hours: { timezone, ...hours } }),
    layers: layers.map(({ hours: layerHours, ...layer }, index): Layer => {
      const layerId = layer.id ?? `layer-${index + 1}`
      const handover = layer.handover ?? written.handover
      return {
        ...layer,
        id: layerId,
        name: layer.name ?? layerId,
        handover,
        ...(layerHours && { hours: { timezone: handover.timezone, ...layerHours } }),
      }
    }),
  }
}

function toTeam(file: TeamFile, channels: Team['channels']): Team {
  const written = file.rotation ? [file.rotation, ...file.rotations] : file.rotations
  const rotations = written.map(toRotation)
  const zone = rotations[0]?.handover.timezone ?? 'UTC'
  const pipelines = file.pipelines.map((pipeline): Pipeline => {
    const { canWaitUntilMorning: hours = null, policy = null, ...rest } = pipeline
    const rotation = rotations.find(({ id }) => id === pipeline.rotation) ?? rotations[0]
    const timezone = hours?.timezone ?? pipeline.sla?.timezone ?? rotation?.handover.timezone ?? 'UTC'
    return { ...rest, policy, canWaitUntilMorning: hours && { ...hours, timezone } }
  })
  return {
    people: firstOfEachId(file.people),
    pipelines: firstOfEachId(pipelines),
    rotations: firstOfEachId(rotations),
    contacts: file.contacts,
    channels,
    holidayModes: file.holidayModes.map(({ hours, ...mode }): HolidayMode => {
      const timezone = mode.timezone ?? zone
      return { ...mode, timezone, ...(hours && { hours: { timezone, ...hours } }) }
    }),
    majorHolidays: file.majorHolidays,
  }
}

/** Channels are passed on with YAML's own types, since ports and switches there are numbers and booleans. */
function channelsOf({ document, locate }: YamlSource, report: Report): Team['channels'] {
  const root = document.contents
  const written = isMap(root) ? root.get('channels', true) : undefined
  const node = isAlias(written) ? written.resolve(document) : written
  try {
    const value: unknown = isMap(node) ? node.toJS(document, { maxAliasCount: 100 }) : {}
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    const message = 'channels refers to other parts of the file too often and is left out'
    report({ ...locate(['channels']), rule: 'team/alias', severity: 'error', message })
    return {}
  }
}

const nothingWritten: TeamFile = {
  people: [],
  pipelines: [],
  rotations: [],
  contacts: [],
  channels: {},
  holidayModes: [],
  majorHolidays: [],
}

const peopleWritten = z.object({ people: z.array(z.object({ id: z.string() }).catch({ id: '' })) })

/** The ids of all people in the file, also of those who could not be read. */
const idsWritten = (typed: unknown): readonly string[] => {
  const written = peopleWritten.safeParse(typed)
  return written.success ? written.data.people.map(({ id }) => id) : []
}

function readTeam(text: string, report: Report): Team {
  const source = readYaml(text)
  refuseSecrets(source, text, report)
  if (!reportSyntax(source, report)) return emptyTeam
  const root = source.document.contents
  const typed = asTyped(source.document, isNode(root) ? root : null) ?? {}
  const { value, complaints, originalPath } = salvage(teamFileSchema, typed, nothingWritten)
  for (const complaint of complaints) reportComplaint(source, complaint, report)
  const team = toTeam(value, channelsOf(source, report))
  const read = new Set(team.people.map(({ id }) => id))
  const unreadable = idsWritten(typed).filter((id) => !read.has(id))
  checkTeam({ file: value, team, unreadable }, (path, problem) =>
    report({ ...source.locate(originalPath(path)), ...problem }),
  )
  return team
}

/** Reads team.yaml: never throws, keeps everything good, and says file, line, rule and remedy for everything else (W1, W2, W3). */
export function parseTeam(source: WorkspaceText): ParsedTeam {
  const problems: Problem[] = []
  const report: Report = (problem) => {
    if (problems.length >= mostProblems) return
    const message = withoutSecrets(problem.message)
    const hint = problem.hint === undefined ? {} : { hint: withoutSecrets(problem.hint) }
    problems.push({ file: source.path, ...problem, message, ...hint })
  }
  const giveUp = (message: string): ParsedTeam => {
    const last: Problem = { file: source.path, rule: 'team/yaml', severity: 'error', message }
    return { team: emptyTeam, problems: [last, ...problems] }
  }
  if (source.text.length > mostCharacters) return giveUp('this file is over 300,000 characters long and was not read')
  try {
    const team = readTeam(source.text, report)
    return { team, problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
  } catch {
    return giveUp('this file could not be read: it is nested too deeply or refers to itself too often')
  }
}
