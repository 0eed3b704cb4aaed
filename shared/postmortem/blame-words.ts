/** One way of blaming: what betrays it, why it harms, and what to write instead. */
export type BlameRule = {
  readonly rule: string
  readonly shape: RegExp
  readonly why: string
  readonly suggestion: string
}

/** Machines may fail to start; only people are blamed for it. */
const things =
  'it|which|that|job|jobs|task|tasks|pipeline|query|queries|service|process|dag|run|runs|table|build|deploy|deployment|server|node|pod|container|cluster|import|export|load|loads|backfill|check|test|tests|script|step|steps|source|sources|model|models|partition|connection|request|requests|upload|download|sync|replica|worker|workers|consumer|broker|stream|cron|scheduler|alert|message|page|disk|database'

/** The words of P4, after the blameless-postmortem guides of Google SRE, Etsy and PagerDuty. */
export const blameRules: readonly BlameRule[] = [
  {
    rule: 'blame/should-have',
    shape: /\b(?:should(?:n't|n’t| not)?(?:['’]ve| have)|ought to have|could have easily|would have been easy)\b/gi,
    why: 'It judges with what is known now, and hides why the choice made sense then.',
    suggestion: 'Say what was known at the time, and what would have made the other choice the easy one.',
  },
  {
    rule: 'blame/failed-to',
    shape: new RegExp(
      `(?<!\\b(?:${things})\\s{1,3})\\b(?:failed to|neglected to|forgot to|didn['’]t bother to|never bothered to)\\b`,
      'gi',
    ),
    why: 'It names what somebody did not do instead of what the system let happen.',
    suggestion: 'Say what happened, and what would have had to be there for it to be done.',
  },
  {
    rule: 'blame/human-error',
    shape: /\b(?:human error|user error|operator error|human mistake|fat[- ]finger(?:ed|s)?|pilot error)\b/gi,
    why: 'It ends the search where it gets useful: people err every day, and systems let it through or do not.',
    suggestion: 'Describe the conditions: what the person saw, what the tool allowed, which check was missing.',
  },
  {
    rule: 'blame/judgement',
    shape:
      /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|lazy|laziness|incompeten(?:t|ce)|stupid(?:ly)?|idiot(?:ic)?|irresponsibl[ey]|inexcusabl[ey]|reckless(?:ly)?|at fault|to blame|blames?|blamed|(?:his|her|their|your|whose) (?:own )?(?:fault|mistake))\b/gi,
    why: 'It judges a person. People who expect judgement stop telling what happened.',
    suggestion: 'Leave the judgement out and say what happened, and why it was possible.',
  },
  {
    rule: 'blame/obviously',
    shape: /\b(?:obviously|of course|clearly should|simply (?:had|needed) to|everyone knows|any engineer would)\b/gi,
    why: 'What is obvious afterwards was not obvious at 3 am.',
    suggestion: 'Leave the word out, or say which signal would have shown it.',
  },
]

const escapeName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

const culpableVerbs =
  "caused|broke|forgot|failed|ignored|missed|neglected|messed|botched|ruined|crashed|overlooked|didn['’]t|did not|should|deployed the wrong|made (?:a|the) mistake"

/** More people than this are in no incident; a log that says otherwise must not make a slow pattern. */
const MOST_NAMES = 200

/** A named person as the cause (P4); null when no names are known. */
export function personAsCause(names: Iterable<string>): BlameRule | null {
  const known = [
    ...new Set([...names].map((name) => name.trim()).filter((name) => name.length >= 2 && name.length <= 80)),
  ]
  if (known.length === 0) return null
  const anyName = known
    .slice(0, MOST_NAMES)
    .sort((one, other) => other.length - one.length)
    .map(escapeName)
    .join('|')
  return {
    rule: 'blame/person',
    shape: new RegExp(
      `\\b(?:because of|caused by|due to|thanks to|fault of|mistake by|error by|blame)\\s{1,3}(?:${anyName})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:${anyName})\\s{1,3}(?:had\\s{1,3})?(?:${culpableVerbs})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    why: 'It makes a person the cause. A person is part of a system that let this through.',
    suggestion: 'Name the role or the change instead of the person, and say what let it through.',
  }
}
