import { nearestWord } from '../../kit/nearest-word.ts'
import type { Problem } from '../../kit/problem.ts'
import { decoded } from '../../kit/relative-path.ts'
import { rememberedOf } from '../../kit/remembered.ts'
import { withoutSecrets } from '../../kit/workspace-secrets.ts'
import type { Runbook, RunbookLink } from '../runbook.ts'
import { plainAnchor } from '../text/slug.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { placedLinks } from './link-addresses.ts'
import { fileOf, hasScheme, isAlive, isRelative } from './link-targets.ts'
import { hasSameLetters, likelyTargetsOf } from './moved-files.ts'
import { silencedIn } from './silence.ts'

const SAFE = /^(?:https?|mailto|tel):/i
/** Marks of a place that browsers and code hosts know without a heading: a passage, lines of the source, the top. */
const NO_HEADING = /^(?::~:.*|L\d+(?:-L?\d+)?|top)?$/
const OTHER_ACCENTS =
  'A file called so is there, but its accents are stored otherwise (Unicode NFC and NFD). Rename the file, or copy its name into the link.'

/** Each where its address stands: links that lead nowhere, that the app will not open (R7), or pictures that are not there when the network is down (R8). */
export function findLinkProblems(runbook: Runbook, context: RunbookCheckContext): Problem[] {
  const isSilenced = silencedIn(runbook)
  const told = new Set<string>()
  return placedLinks(runbook).flatMap(({ link, line, isDefined }) => {
    const problem = checkLink(runbook, { ...link, line }, context)
    if (problem === undefined || !isDefined) return problem ?? []
    // One address, however many links use it; a comment above one of them speaks of that link.
    const key = `${line} ${problem.message}`
    if (told.has(key) || isSilenced({ ...problem, line: link.line })) return []
    told.add(key)
    return problem
  })
}

function checkLink(runbook: Runbook, link: RunbookLink, context: RunbookCheckContext): Problem | undefined {
  const href = link.href.trim()
  const at = { file: runbook.path, line: link.line }
  if (hasScheme(href)) {
    if (link.image && !/^data:/i.test(href))
      return {
        ...at,
        rule: 'runbook/remote-image',
        severity: 'warning',
        message: 'A picture is loaded from the network, so it is not shown.',
        hint: 'Keep the picture beside the runbook and link to it there.',
      }
    if (SAFE.test(href) || href.startsWith('//') || link.image) return undefined
    return {
      ...at,
      rule: 'runbook/unsafe-link',
      severity: 'error',
      message: `The link to ${shortened(href)} is never opened: its kind is ${kindOf(href)}.`,
      hint: 'Use http, https, mailto or tel.',
    }
  }
  if (href.startsWith('#')) return deadAnchor(at, decoded(href.slice(1)), runbook.anchors, 'this file')
  if (!isRelative(href)) return undefined
  if (!isAlive(runbook, href, context)) return deadLink(at, href, whatToDo(runbook, href, context))
  return anchorElsewhere(runbook, at, href, context)
}

type Place = { readonly file: string; readonly line: number }

function whatToDo(runbook: Runbook, href: string, context: RunbookCheckContext): string {
  if (hasSameLetters(runbook, href, context)) return OTHER_ACCENTS
  const likely = likelyTargetsOf(runbook, href, context)
  return likely.length === 0 ? 'Correct the path, or remove the link.' : `Did you mean ${likely.join(' or ')}?`
}

function deadLink(at: Place, href: string, hint: string): Problem {
  return {
    ...at,
    rule: 'runbook/dead-link',
    severity: 'error',
    message: `The link to ${shortened(href)} leads to no file.`,
    hint,
  }
}

/** A heading of another page; nothing is said about pages that were not read. */
function anchorElsewhere(runbook: Runbook, at: Place, href: string, context: RunbookCheckContext): Problem | undefined {
  const [path = '', fragment = ''] = href.split('#', 2)
  if (fragment === '' || path.includes('?')) return undefined
  const file = fileOf(runbook, href, context)
  const anchors = file === undefined ? undefined : context.anchors?.get(file)
  return anchors === undefined ? undefined : deadAnchor(at, decoded(fragment), anchors, shortened(path))
}

function deadAnchor(at: Place, fragment: string, anchors: readonly string[], where: string): Problem | undefined {
  const wanted = plainAnchor(fragment)
  const { known, names } = byPlainName(anchors)
  if (NO_HEADING.test(fragment) || known.has(wanted) || anchors.includes(fragment)) return undefined
  const near = known.get(nearestWord(wanted, names) ?? '')
  const hint = near === undefined ? 'Correct it, or remove the link.' : `Did you mean #${near}?`
  return {
    ...at,
    rule: 'runbook/dead-anchor',
    severity: 'warning',
    message: `The link to #${clip(fragment)} leads to no heading of ${where}.`,
    hint,
  }
}

/** The first of the anchors for each plain name, and these names; made once for each page, since each link of it asks. */
const byPlainName = rememberedOf((anchors: readonly string[]) => {
  const known = new Map(anchors.toReversed().map((anchor) => [plainAnchor(anchor), anchor]))
  return { known, names: [...known.keys()] }
})

/** An address with the letters that the author typed; one that would break the line of the message stays encoded. */
function asWritten(href: string): string {
  const text = decoded(href)
  return /\p{Cc}/u.test(text) ? href : text
}

const kindOf = (href: string): string => clip(href.slice(0, href.indexOf(':')).toLowerCase())

/** An address without its secrets; of a very long one the end stays, which names the file. */
function shortened(href: string): string {
  const address = withoutSecrets(asWritten(href))
  return address.length <= 120 ? address : `${address.slice(0, 50)}...${address.slice(-67)}`
}

function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}
