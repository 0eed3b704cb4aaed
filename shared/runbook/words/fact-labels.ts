import { topicOf } from './topic.ts'
import type { Topic } from './topic-name.ts'

const FACTS = new Set<Topic | undefined>(['meaning', 'impact', 'symptoms', 'cause'])
/** The words before a colon and those behind it. */
const LABEL = /^([\p{L}/-]+(?: [\p{L}/-]+){0,3})(?: \([^()]*\))?[:\uFF1A]\s(.*)$/su
/** What is told of a way to do it: "When to use: you have many rings". */
const TELLS_OF_A_WAY =
  /^(?:when to use(?: (?:it|this))?|use (?:when|cases?)|(?:dis)?advantages?|pros|cons|risks?|limitations?|caveats?|trade-?offs?|side[- ]effects?|(?:expected |end )?results?|outcomes?)[:\uFF1A]/i
/** In a label these are names more often than orders: "Log data loss", "Alert meaning", "Resume behavior". */
const NAMES_TOO = new Set(
  'access alert apply backfill backup block build cache cause change commit copy drop dump error export fetch group import index join lag load lock log mark match merge message notice order page partition plan point process query record release report request resume retry return review sample schedule script search session shard show snapshot source split stage state store stream sync table tag target task throttle trace trigger view write'.split(
    ' ',
  ),
)
/** What is told of a thing in a word or two: "Restart policy: always", "Check interval: 5 minutes". */
const ENDS_IN_A_PROPERTY =
  /\s(?:behaviou?r|conditions?|polic(?:y|ies)|interval|logic|schedule|reasons?|meaning|types?|levels?|threshold|limits?|window|rate|mode|factor|frequency|format|size|count|time|timeout|strategy|budget|definition|implementation|owner)$/i
/** The title of a page elsewhere: "Vendor guide: Restore a ring from files". */
const ENDS_IN_A_PAGE = /\s(?:guide|docs?|documentation|article|reference|tutorial|manual|blog post|video)$/i
/** "Lead: [FILL IN]" */
const TO_FILL_IN = /^\[[^\][\x81]{1,40}\]\W*$/
const IS_A_VALUE = /^(?:\S+|\d.*|\S+ by default)$/
const HAS_A_DETERMINER =
  /\s(?:the|an?|all|any|each|every|your|our|this|that|these|those|it|them|if|whether|in|to|for|from|on|up|down|out|off)(?:\s|$)/i
/** What is typed or set stands behind the label of an order: "Sync ring: `relayctl sync`". */
const HOLDS_CODE = /[\x81`]|\s--?[a-z]|\w=\w|\w_\w|\w\/\w/i

/**
 * Whether a line names a fact and tells it, though its label begins with a verb: "Summary: back up the store", "Resume behavior: it goes on with the oldest
 * day". Not where what stands behind the label says what to do, which only `asks` can tell.
 */
export function labelsAFact(sentence: string, asks: (words: string) => boolean): boolean {
  if (TELLS_OF_A_WAY.test(sentence)) return true
  const [, label = '', rest = ''] = LABEL.exec(sentence) ?? []
  if (rest === '') return false
  if (TO_FILL_IN.test(rest)) return true
  if (!label.includes(' ')) return label.length > 2 && FACTS.has(topicOf(label)) && !/\p{L}[:\uFF1A]\s/u.test(rest)
  if (ENDS_IN_A_PAGE.test(label)) return true
  if (topicOf(label) === 'cause' && !asks(rest)) return true
  const first = (/^\p{L}+/u.exec(label)?.[0] ?? '').toLowerCase()
  const isName = NAMES_TOO.has(first) || (ENDS_IN_A_PROPERTY.test(label) && IS_A_VALUE.test(rest))
  return isName && !HAS_A_DETERMINER.test(label) && !HOLDS_CODE.test(rest) && !asks(rest)
}
