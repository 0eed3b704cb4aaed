import type { Alternative, Section } from './sections.ts'
import { withoutNumber } from './topic.ts'
import type { Topic } from './topic-name.ts'
import { offersWays } from './ways.ts'

/** "Option 1", "Method B", also as other languages count them. */
const COUNTED =
  /^(?:options?|method|approach|alternative|solution|variant|choice|way|path|workaround|strategy|plan|m[oö]glichkeit|variante|methode|ansatz|l[oö]sung|opci[oó]n|opç[aã]o|opzione|optie|m[eé]thode|m[eé]todo|metodo|soluci[oó]n|soluç[aã]o|soluzione|oplossing|вариант|способ|方法|方案|選択肢|方式|옵션|방법)\s*#?(?:\d{1,2}|[a-ex-z]|one|two|three|four|[一二三四])(?![\p{L}\p{N}])/iu
/** "Via the console", "Restart it using helm": the words before it, and the means. */
const MEANS =
  /^(.{0,60}?)\b(?:via|using|with|through|by means of|by hand|manually|automatically|mit|per|[uü]ber|avec|con|desde|usando|com)(?![\p{L}\p{N}])/iu
/** "AWS console method" */
const NAMED_WAY = /\b(?:method|approach|option|way)(?: \([^)]*\))?$/i
const PLATFORM =
  /^(?:(?:on|for|in) )?(?:linux|windows|mac ?os(?: x)?|debian|ubuntu|rhel|centos|fedora|docker|docker[ -]compose|podman|kubernetes|k8s|helm|kubectl|systemd|bare metal|vms?|virtual machines?|openshift|aws|gcp|azure|eks|gke|aks|on[ -]prem(?:ises)?|terraform|ansible)(?:\s*[/,&]\s*[\w ]{1,20})?(?: \([^)]*\))?$/i
/** "gcloud" beside "Console", "From the portal": the means without a word for it. */
const INTERFACE =
  /^(?:(?:on|in|from) )?(?:the )?(?:(?:web|aws|amazon|azure|google|gcp|admin|management|cloud) )*(?:console|portal|ui|gui|cli|gcloud|az|command[ -]line|terminal|(?:rest )?api)(?: \([^)]*\))?$/i
const VERSION =
  /\d.*(?:\+|\b(?:and|or) (?:later|newer|above|earlier|older|below|up|higher|lower))|\b(?:before|prior to|until|up to|since|from|older than|newer than|after)\b.*\d|[<>\u2264\u2265]=?\s*v?\d/i
const CASE =
  /^(?:if|in case|for(?! (?:each|every|all|any|example|instance|more|reference|now)\b)|wenn|falls|bei|si|en cas|pour|para|se)\s/i
const LONE_CASE = /^(?:if|in case|wenn|falls|si|en cas|se)\s/i

/** "Replay for physical backups" beside "Replay for snapshots": the same task for one or the other. What is checked for one is checked for the other as well. */
const SAME_FOR =
  /^(?!(?:check|verify|confirm|validate|inspect|review|look|monitor|collect|gather|locate|find|identify|get|view|see|query|test|watch|read)\b)(.{4,60}?) (?:for|from) /i
/** Two tasks of which one is wanted: all of it or a part, anew or what is there, to keep it from happening or to mend it. */
const OPPOSITES: readonly (readonly [string, RegExp, RegExp])[] = [
  ['scope', /\b(?:full|complete|entire|whole)\b/i, /\b(?:individual|single|partial|specific|selected|selective)\b/i],
  ['age', /\b(?:new|fresh|initial) (?:\w+ )?(?:install\w*|deploy\w*|setup|cluster)\b/i, /\b(?:upgrad\w+|existing)\b/i],
  ['form', /\bphysical\b/i, /\b(?:logical|snapshots?)\b/i],
  ['plan', /\bplanned\b/i, /\b(?:unplanned|emergency|forced)\b/i],
  ['time', /^(?:how to )?(?:prevent|avoid)\w*\b/i, /^(?:how to )?(?:recover|fix|repair)\w* \w|\bwhen it happens\b/i],
]

function oppositeOf(heading: string): string | undefined {
  return OPPOSITES.find(([, one, other]) => one.test(heading) !== other.test(heading))?.[0]
}

/** "Step 2" comes after the first, whatever the line above says. */
const IS_A_STEP = /^\W*(?:step|phase|stage)\s*#?\d/i
/** "2. Restore" comes after what is numbered before it. */
const COUNTS_ON = /^\W*(?:(?:step|phase|stage)\s*#?)?\d/i
/** "Emergency procedures" are not done one after the other. */
const GATHERS_TASKS = /\b(?:procedures|operations|tasks|how[ -]?tos?|recipes)\W*$/i
/** A longer heading is a sentence and no name of a way. */
const LONGEST = 120

type Kind = 'counted' | 'means' | 'named' | 'case' | 'version' | 'platform' | 'for' | 'opposite'
const KINDS: readonly (readonly [Kind, (heading: string) => boolean])[] = [
  ['counted', (heading) => COUNTED.test(heading)],
  ['version', (heading) => VERSION.test(heading)],
  ['case', (heading) => CASE.test(heading)],
  ['means', (heading) => INTERFACE.test(heading)],
  ['platform', (heading) => PLATFORM.test(heading)],
  ['means', (heading) => MEANS.test(heading)],
  ['named', (heading) => NAMED_WAY.test(heading)],
  ['for', (heading) => SAME_FOR.test(heading)],
  ['opposite', (heading) => oppositeOf(heading) !== undefined],
]

/**
 * The alternatives each section stands within, outermost first (R3): headings side by side that count options, name the means, the platform, the version or the
 * case, or follow a line that counts ways. Read one after the other they would look like one procedure. What `stands` for a scenario is chosen already.
 */
export function alternativesOf(
  sections: readonly Section[],
  scenarios: ReadonlySet<number>,
): readonly (readonly Alternative[])[] {
  const found = new Map<number, Alternative>()
  for (const group of siblings(sections)) {
    for (const [index, alternative] of alternativesAmong(group, sections)) {
      if (!scenarios.has(index)) found.set(index, alternative)
    }
  }
  const chains: (readonly Alternative[])[] = []
  for (const { index, parent } of sections) {
    const above = scenarios.has(index) || parent === undefined ? [] : (chains[parent] ?? [])
    const own = found.get(index)
    chains.push(own === undefined ? above : [...above, own])
  }
  return chains
}

/** "Recovery using the console" announces a remedy and is a way all the same. */
const MAY_BE_A_WAY = new Set<Topic | undefined>([undefined, 'mitigation', 'debugging'])

/** Headings below the same heading, at the same level. */
function siblings(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.level === 0 || !MAY_BE_A_WAY.has(section.topic)) continue
    const key = `${section.parent ?? ''} ${section.level}`
    const group = groups.get(key)
    if (group) group.push(section)
    else groups.set(key, [section])
  }
  return [...groups.values()]
}

function alternativesAmong(group: readonly Section[], sections: readonly Section[]): [number, Alternative][] {
  const last = sections[group[0]?.parent ?? -1]?.blocks.at(-1)
  const isOffered = last?.type === 'paragraph' && offersWays(last.inline.text)
  const own = group.filter(({ topic }) => topic === undefined)
  if (own.length > 1 && isOffered && !own.some(({ heading }) => IS_A_STEP.test(heading))) return asChoices(own)
  const holder = sections[group[0]?.parent ?? -1]?.heading ?? ''
  const areTasks = own.length > 1 && GATHERS_TASKS.test(holder) && !own.some(({ heading }) => COUNTS_ON.test(heading))
  if (areTasks) return own.map(({ index, heading, line }) => [index, { text: wordsOf(heading), line, heading }])
  const keys = group.map(({ heading }) => keyOf(heading))
  const counts = new Map<string | undefined, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const alike = group.filter((_, index) => (counts.get(keys[index]) ?? 0) > 1 && isChoiceAmong(keys[index], group))
  const lone = group.filter(
    ({ heading }, index) => counts.get(keys[index]) === 1 && LONE_CASE.test(wordsOf(heading)) && keys[index] === 'case',
  )
  const ways = alike.filter(({ heading }) => isWay(heading))
  const cases = alike.filter(({ heading }) => !isWay(heading))
  const asCases = [...cases, ...lone].map(({ index, heading, line }): [number, Alternative] => [
    index,
    { text: wordsOf(heading), line, heading },
  ])
  return [...asChoices(ways), ...asCases]
}

/** Of tasks that are opposites both sides must be there, and none of them may be numbered: those follow each other. */
function isChoiceAmong(key: string | undefined, group: readonly Section[]): boolean {
  if (key === undefined) return false
  if (!key.startsWith('opposite '))
    return !(key.startsWith('for ') && group.some(({ heading }) => COUNTS_ON.test(heading)))
  const pair = OPPOSITES.find(([name]) => key === `opposite ${name}`)
  const headings = group.map(({ heading }) => heading).filter((heading) => keyOf(heading) === key)
  if (pair === undefined || headings.some((heading) => COUNTS_ON.test(heading))) return false
  return headings.some((heading) => pair[1].test(heading)) && headings.some((heading) => pair[2].test(heading))
}

/** Whether a few words name a way or a case and nothing else: "Using Docker", "On Linux", "Option 2", "If it is sealed". */
export function namesAWay(words: string): boolean {
  const key = keyOf(words)
  return key !== undefined && !/^(?:named$|for |opposite |means .)/.test(key)
}

/** What two headings must share to be alternatives: "Restart via helm" and "Restart via the console" do the same, "Connect with psql" and "Repair with relayctl" do not. */
function keyOf(heading: string): string | undefined {
  if (heading.length > LONGEST) return undefined
  const words = wordsOf(heading)
  const kind = KINDS.find(([, fits]) => fits(words))?.[0]
  switch (kind) {
    case 'means':
      return `means ${(MEANS.exec(words)?.[1] ?? '').trim().toLowerCase()}`
    case 'for':
      return `for ${(SAME_FOR.exec(words)?.[1] ?? '').trim().toLowerCase()}`
    case 'opposite':
      return `opposite ${oppositeOf(words)}`
    default:
      return kind
  }
}

function isWay(heading: string): boolean {
  const key = keyOf(heading) ?? ''
  return key === 'named' || key.startsWith('means')
}

/** The heading without a number of its own; "2.4 and later" has none. */
function wordsOf(heading: string): string {
  return heading.length <= LONGEST && /^\d+\.\d/.test(heading) && VERSION.test(heading)
    ? heading
    : withoutNumber(heading)
}

function asChoices(group: readonly Section[]): [number, Alternative][] {
  const choices = choicesOf(group.map(({ heading, line }) => ({ text: wordsOf(heading), line })))
  return group.flatMap(({ index }, place): [number, Alternative][] => {
    const choice = choices[place]
    return choice ? [[index, { ...choice, heading: group[place]?.heading ?? '' }]] : []
  })
}

/** Several ways, said so: the first begins with "Either", the others with "Or", unless all of them say it themselves ("Option 1", "If ..."). */
export function choicesOf(labels: readonly Alternative[]): readonly Alternative[] {
  const saySo = labels.every(
    ({ text }) => text.length <= LONGEST && (COUNTED.test(text) || CASE.test(text) || VERSION.test(text)),
  )
  return saySo
    ? labels
    : labels.map(({ text, line }, place) => ({ text: `${place === 0 ? 'Either' : 'Or'}: ${text}`, line }))
}
