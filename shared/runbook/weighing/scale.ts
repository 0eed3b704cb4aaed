import { isShellCommand, looksTyped } from '../commands/command-lines.ts'
import { announcesOutput } from '../commands/shown-output.ts'
import { spanCommands } from '../commands/span-commands.ts'
import { givesAnOverview, tellsWhatAToolDoes } from '../passages/list-announcements.ts'
import { announcesSteps, meaningOfList } from '../passages/list-intros.ts'
import { itemAsks, itemCommands } from '../passages/step-items.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, Inline, ListBlock, ListItem } from '../text/block.ts'
import { asks, moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, isStatement, saysWhen, sentencesOf } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import type { Passage } from './passage.ts'
import { type Signal, weightOf } from './weights.ts'

/** Weighs the passages of one section: all the signs that a passage is a step, or none, count at once. */
export class Scale {
  private readonly section: Section
  private readonly topic: Topic | undefined
  private ofSection: readonly Signal[] | undefined
  private readonly ofLists = new Map<ListBlock, readonly Signal[]>()

  /** `topic` is that of the section, or the one it stands below. */
  constructor(section: Section, topic: Topic | undefined) {
    this.section = section
    this.topic = topic
  }

  /** Above zero the passage is likelier a step than not; each unit makes the odds 2.7 times as good. */
  weigh(passage: Passage): number {
    return weightOf(passage.item ? 'item' : 'paragraph', this.signals(passage))
  }

  /** The signs that hold for a passage, those of its section and its list among them. */
  signals({ inline, item, list, blocks, at, holder }: Passage): readonly Signal[] {
    this.ofSection ??= signalsOfSection(this.section, this.topic)
    const own = [...this.ofSection, ...signalsOfWords(inline, holder?.inline)]
    if (!item || !list) return [...own, ...signalsOfParagraph(blocks, at)]
    const known = this.ofLists.get(list)
    const ofList = known ?? signalsOfList(list, blocks[at - 1])
    if (!known) this.ofLists.set(list, ofList)
    return [...own, ...ofList, ...signalsOfItem(item)]
  }
}

/** "See the guide", "For more details, ask": where to learn about it. */
const POINTER =
  /^(?:please |also )*(?:see|refer to|read|consult|learn (?:more|about|how)|for (?:more|further|details))\b/i
/** "Note that ...", "For example: ..." */
const REMARK = /^\(?(?:note|notes|tip|hint|info|example|for example|e\.g\.)\b/i
/** "What a backup holds", "How the relay works" */
const EXPLAINS =
  /^(?:what|why|when|where|who|about|background|overview|introduction|concepts?|understanding|how (?!to\b|(?:and where|and when) to\b|(?:can|do|should|could) (?:i|we|you|one)\b))/i
/** "Prevention", "Lessons learned", "Best practices" */
const PREVENTS =
  /\b(?:prevent\w*|lessons?|long[- ]term|improve\w*|future|harden\w*|retrospectives?|post-?mortems?|best practices?|recommendations?)\b/i
const ENDS_IN_A_COLON = /[:\uFF1A]$/

/** The names of those that hold. */
function holding(signals: Readonly<Record<Signal, unknown>>): readonly Signal[] {
  return Object.keys(signals).filter((name) => signals[name])
}

function signalsOfWords(inline: Inline, holder: Inline | undefined): readonly Signal[] {
  const { text, prose } = inline
  const moods = sentencesOf(prose).map(moodOf)
  const words = prose.split(/\s+/).length
  const linked = inline.links.map(({ text: told }) => told).join('').length
  return holding({
    'first:untold': moods[0] === 'untold',
    [`last:${moods.at(-1)}`]: true,
    'some order': moods.includes('order'),
    asks: asksForAction(prose),
    'many asks': moods.filter(asks).length > 1,
    'begins with action': beginsWithAction(prose),
    states: isStatement(prose),
    'says when': saysWhen(text),
    'many sentences': moods.length > 2,
    'very short': words < 4,
    short: words < 8,
    colon: ENDS_IN_A_COLON.test(text),
    labelled: /^[^:.!?]{1,40}:\s/.test(text),
    lead: inline.lead !== '',
    pointer: POINTER.test(text),
    remark: REMARK.test(text),
    foretells: announcesOutput(text),
    code: inline.codes.length > 0,
    'mostly code': inline.codes.join('').length * 2 > text.length,
    'mostly link': linked * 5 > text.length * 3,
    [`holder:${moodOf(sentencesOf(holder?.prose ?? '')[0] ?? '')}`]: holder !== undefined,
  })
}

function signalsOfSection(section: Section, topic: Topic | undefined): readonly Signal[] {
  const { heading, level, blocks, end, index } = section
  const words = withoutNumber(heading)
  const holdsList = (ordered: boolean) => blocks.some((block) => block.type === 'list' && block.ordered === ordered)
  return holding({
    [`topic:${topic}`]: true,
    [`own topic:${section.topic ?? 'none'}`]: true,
    [`heading:${moodOf(words)}`]: true,
    'heading acts': beginsWithAction(words),
    'heading trouble': speaksOfTrouble(heading),
    'heading number': /^\W*(?:step\s*)?\d/i.test(heading),
    'heading explains': EXPLAINS.test(words),
    'heading prevents': PREVENTS.test(heading),
    'section has code': blocks.some(({ type }) => type === 'code'),
    'section has numbers': holdsList(true),
    'section has bullets': holdsList(false),
    leaf: end === index + 1,
    title: level === 1 && index <= 1,
    'no heading': level === 0,
  })
}

function signalsOfList(list: ListBlock, before: Block | undefined): readonly Signal[] {
  const { items } = list
  const asking = items.filter(itemAsks).length
  const intro = before?.type === 'paragraph' ? before.inline : undefined
  const last = sentencesOf(intro?.prose ?? '').at(-1) ?? ''
  return holding({
    announced: announcesSteps(before),
    [`list:${meaningOfList(list, before)}`]: true,
    [`intro:${moodOf(last)}`]: intro !== undefined,
    'intro colon': intro && ENDS_IN_A_COLON.test(intro.text),
    overview: givesAnOverview(last),
    'tool does': tellsWhatAToolDoes(last),
    'few ask': asking * 5 <= items.length,
    'half ask': asking * 2 >= items.length,
    'most ask': asking * 5 >= items.length * 4,
    'half have commands': items.filter((one) => itemCommands(one).length > 0).length * 2 >= items.length,
  })
}

function signalsOfItem(item: ListItem): readonly Signal[] {
  return holding({
    command: itemCommands(item).length > 0,
    'holds list': item.blocks.some(({ type }) => type === 'list'),
  })
}

function signalsOfParagraph(blocks: readonly Block[], at: number): readonly Signal[] {
  const before = blocks[at - 1]
  const next = blocks[at + 1]
  const code = next?.type === 'code' ? next.text : undefined
  const last = before?.type === 'paragraph' ? (sentencesOf(before.inline.prose).at(-1) ?? '') : ''
  return holding({
    command: spanCommands(blocks.slice(at, at + 1)).length > 0,
    'above code': code !== undefined,
    'above command': code !== undefined && looksTyped(code),
    'above shell': code !== undefined && isShellCommand(code.split('\n')[0] ?? ''),
    'above numbers': next?.type === 'list' && next.ordered,
    [`after:${moodOf(last)}`]: last !== '',
  })
}
