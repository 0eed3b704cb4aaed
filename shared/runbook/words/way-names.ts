import { opensForeignCase } from '../languages/foreign-mood.ts'
import { withoutNumber } from './topic.ts'

/** "Option 1", "Method B", also as other languages count them. */
const COUNTED =
  /^(?:options?|method|approach|alternative|solution|variant|choice|way|path|workaround|strategy|plan|m[oö]glichkeit|variante|methode|ansatz|l[oö]sung|opci[oó]n|opç[aã]o|opzione|optie|m[eé]thode|m[eé]todo|metodo|soluci[oó]n|soluç[aã]o|soluzione|oplossing|вариант|способ|варіант|спосіб|opcja|spos[oó]b|mo[zž]nost|varianta|se[cç]enek|y[oö]ntem|mogelijkheid|方法|方案|選択肢|方式|옵션|방법)\s*#?(?:\d{1,2}|[a-ex-z]|one|two|three|four|[一二三四])(?![\p{L}\p{N}])/iu
/** "Via the console", "Restart it using helm": the words before it, and the means. */
const MEANS =
  /^(.{0,60}?)\b(?:via|using|with|through|by means of|by hand|manually|automatically|mit|per|[uü]ber|avec|con|desde|usando|com)(?![\p{L}\p{N}])/iu
/** "Manually open the ring" beside "Automatically open the ring": what is done either way. */
const DONE_SO = /^(?:manually|automatically) (.*)/i
/** "AWS console method" */
const NAMED_WAY = /\b(?:method|approach|option|way)(?: \([^)]*\))?$/i
const PLATFORM =
  /^(?:(?:on|for|in) )?(?:linux|windows|mac ?os(?: x)?|freebsd|debian|ubuntu|rhel|centos|fedora|docker|docker[ -]compose|podman|kubernetes|k8s|helm|kubectl|systemd|bare metal|vms?|virtual machines?|openshift|aws|gcp|azure|eks|gke|aks|on[ -]prem(?:ises)?|terraform|ansible)(?:\s*[/,&]\s*[\w ]{1,20})?(?: \([^)]*\))?$/i
/** "Use `iotop` on Linux" beside "Use `top` on FreeBSD": who reads it has one of the systems. */
const ON_A_SYSTEM =
  /^.{1,60}\b(?:on|for|in) (linux|windows|mac ?os(?: x)?|(?:free|open|net)bsd|debian|ubuntu|rhel|centos|fedora)(?: \([^)]*\))?$/i
/** "gcloud" beside "Console", "From the portal": the means without a word for it. */
const INTERFACE =
  /^(?:(?:on|in|from) )?(?:the )?(?:(?:web|aws|amazon|azure|google|gcp|admin|management|cloud) )*(?:console|portal|ui|gui|cli|gcloud|az|command[ -]line|terminal|(?:rest )?api)(?: \([^)]*\))?$/i
const VERSION =
  /\d.*(?:\+|\b(?:and|or) (?:later|newer|above|earlier|older|below|up|higher|lower))|\b(?:before|prior to|until|up to|since|from|older than|newer than|after)\b.*\d|[<>\u2264\u2265]=?\s*v?\d/i
const CASE =
  /^(?:if|in case|for(?! (?:each|every|all|any|example|instance|more|reference|now)\b)|wenn|falls|bei|si|en cas|pour|para|se)\s/i
const LONE_CASE = /^(?:(?:only )?(?:if|in case)|wenn|falls|si|en cas|se)\s/i

/** "Replay for physical backups" beside "Replay for snapshots": the same task for one or the other. What is checked for one is checked for the other as well. */
const SAME_FOR =
  /^(?!(?:check|verify|confirm|validate|inspect|review|look|monitor|collect|gather|locate|find|identify|get|view|see|query|test|watch|read)\b)(.{4,60}?) (?:for|from) /i
/** Two tasks of which one is wanted: all of it or a part, anew or what is there, to keep it from happening or to mend it. */
const OPPOSITES: readonly (readonly [string, RegExp, RegExp])[] = [
  ['scope', /\b(?:full|complete|entire|whole)\b/i, /\b(?:individual|single|partial|specific|selected|selective)\b/i],
  ['age', /\b(?:new|fresh|initial) (?:\w+ )?(?:install\w*|deploy\w*|setup|cluster)\b/i, /\b(?:upgrad\w+|existing)\b/i],
  ['form', /\bphysical\b/i, /\b(?:logical|snapshots?)\b/i],
  ['plan', /\bplanned\b/i, /\b(?:unplanned|emergency|forced)\b/i],
  // "Uninstall" and "Install" follow each other.
  ['setup', /^install(?:ation|ing)$/i, /^uninstall(?:ation|ing)?$/i],
  ['time', /^(?:how to )?(?:prevent|avoid)\w*\b/i, /^(?:how to )?(?:recover|fix|repair)\w* \w|\bwhen it happens\b/i],
]

function oppositeOf(heading: string): string | undefined {
  return OPPOSITES.find(([, one, other]) => one.test(heading) !== other.test(heading))?.[0]
}

/** A longer heading is a sentence and no name of a way. */
const LONGEST = 120

type Kind = 'system' | 'counted' | 'means' | 'named' | 'case' | 'version' | 'platform' | 'for' | 'opposite'
const KINDS: readonly (readonly [Kind, (heading: string) => boolean])[] = [
  ['counted', (heading) => COUNTED.test(heading)],
  ['version', (heading) => VERSION.test(heading)],
  ['case', (heading) => CASE.test(heading) || opensForeignCase(heading)],
  ['means', (heading) => INTERFACE.test(heading)],
  ['platform', (heading) => PLATFORM.test(heading)],
  ['system', (heading) => ON_A_SYSTEM.test(heading)],
  ['means', (heading) => MEANS.test(heading)],
  ['named', (heading) => NAMED_WAY.test(heading)],
  ['for', (heading) => SAME_FOR.test(heading)],
  ['opposite', (heading) => oppositeOf(heading) !== undefined],
]

/** What two headings must share to be alternatives; undefined when a heading names none: "Restart via helm" and "Restart via the console" do the same, "Connect with psql" and "Repair with relayctl" do not. */
export function wayKeyOf(heading: string): string | undefined {
  if (heading.length > LONGEST) return undefined
  const words = wordsOfWay(heading)
  const kind = KINDS.find(([, fits]) => fits(words))?.[0]
  switch (kind) {
    case 'means':
      return `means ${(DONE_SO.exec(words)?.[1] ?? MEANS.exec(words)?.[1] ?? '').trim().toLowerCase()}`
    case 'for':
      return `for ${(SAME_FOR.exec(words)?.[1] ?? '').trim().toLowerCase()}`
    case 'opposite':
      return `opposite ${oppositeOf(words)}`
    default:
      return kind
  }
}

/** Whether a heading names the means: ways are read as "Either" and "Or", cases are not. */
export function isWay(heading: string): boolean {
  const key = wayKeyOf(heading) ?? ''
  return key === 'named' || key.startsWith('means')
}

/** The heading without a number of its own; "2.4 and later" has none. */
export function wordsOfWay(heading: string): string {
  return heading.length <= LONGEST && /^\d+\.\d/.test(heading) && VERSION.test(heading)
    ? heading
    : withoutNumber(heading)
}

/** Whether a few words name a way or a case and nothing else: "Using Docker", "On Linux", "Option 2", "If it is sealed". */
export function namesAWay(words: string): boolean {
  const key = wayKeyOf(words)
  return key !== undefined && !/^(?:named$|system$|for |opposite |means .)/.test(key)
}

/** Whether the words say themselves that they are one of several: "Option 1", "If it is sealed", "2.4 and later". */
export function saysItIsAChoice(words: string): boolean {
  return (
    words.length <= LONGEST &&
    (COUNTED.test(words) || CASE.test(words) || opensForeignCase(words) || VERSION.test(words))
  )
}

/** Whether words are a case that may stand alone: "If the primary is gone", "Only if it is torn". */
export const isLoneCase = (words: string): boolean => LONE_CASE.test(words) || opensForeignCase(words)

/** Whether headings are each for another system, so that only one of them is read. */
export const areOfOtherSystems = (headings: readonly string[]): boolean =>
  new Set(headings.map((heading) => ON_A_SYSTEM.exec(wordsOfWay(heading))?.[1]?.toLowerCase())).size === headings.length

/** Of the words in front of some paragraphs, those that name one of two tasks of which the other is named too: "Installation", "Uninstall". */
export function opposed(labels: readonly string[]): ReadonlySet<string> {
  const isOpposed = (label: string): boolean => {
    const key = wayKeyOf(label) ?? ''
    return key.startsWith('opposite ') && holdsBothSides(key, labels)
  }
  return new Set(labels.filter(isOpposed))
}

/** Whether both sides of a pair of tasks are among the headings: one to restore all of it, one to restore a part. */
export function holdsBothSides(key: string, headings: readonly string[]): boolean {
  const pair = OPPOSITES.find(([name]) => key === `opposite ${name}`)
  return pair !== undefined && [pair[1], pair[2]].every((side) => headings.some((heading) => side.test(heading)))
}
