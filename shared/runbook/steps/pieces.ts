import { assertNever } from '../../kit/assert-never.ts'
import { withCodeParagraphs } from '../commands/code-paragraphs.ts'
import { REMARK } from '../commands/command-lines.ts'
import { withoutPrompt } from '../commands/prompts.ts'
import { orderLines } from '../passages/step-paragraphs.ts'
import type { Block, Inline, ListItem } from '../text/block.ts'
import { bareSaid } from '../text/words-in-source.ts'
import { isBanMark, isMarkedAsBan } from '../words/ban-marks.ts'
import { forbids } from '../words/sentence-mood.ts'
import { sentencesOf } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { bareLine, type Piece } from './untold-words.ts'
import { isWarning } from './warnings.ts'

/** What of a block stands on its own, out of lists and quotes, with the words to look for in a step. */
export function piecesOf(block: Block, lines: readonly string[]): readonly Piece[] {
  const { type, line, endLine } = block
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => {
        const pieces = item.blocks.flatMap((inner) => piecesOf(inner, lines))
        return block.isChoice || isLabelOfItems(item)
          ? pieces.map((piece) => ({ ...piece, labelled: [item, ...(piece.labelled ?? [])] }))
          : pieces
      })
    case 'quote':
      return block.blocks.flatMap((inner) => piecesOf(inner, lines))
    case 'table': {
      const cells = block.rows.flatMap(({ cells: [first, ...others] }) => [
        // "1" in front of a row only counts it.
        ...(first === undefined || /^\W*\d*\W*$/.test(first.text) ? [] : [first.text]),
        ...others.map(({ text }) => text),
        ...[first, ...others].flatMap((cell) => cell?.links.map(({ href }) => href) ?? []),
      ])
      // The names of columns are no words of a step; a frame around one sentence, and a warning above the rows, are.
      const header = block.header.map(({ text }) => text)
      const kept = block.rows.length === 0 ? header : header.filter((text) => isWarning(text) || forbids(text))
      // Nor has a sign that forbids its row.
      const told = [...wordsIn([...kept, ...cells]), ...cells.filter(isBanMark)]
      const [row] = block.rows
      return row !== undefined && row.line === endLine && row.line > line + 2
        ? [{ type, line: endLine, endLine, columns: line, told }]
        : [{ type, line, endLine, told }]
    }
    case 'code': {
      const code = block.text.split('\n')
      const told = code.map(bareLine).filter((words) => words !== '')
      const remarks = new Set(code.filter((each) => REMARK.test(each)).map(bareLine))
      return [{ type, line, endLine, told, remarks }]
    }
    case 'paragraph': {
      // Of words with what is typed on lines of their own a step may say each.
      const cut = withCodeParagraphs([block], lines)
      if (cut.length > 1) return cut.flatMap((inner) => piecesOf(inner, lines))
      const orders = orderLines(block, lines)
      if (orders.length > 0)
        return orders.map(({ text, line: at }, place) => ({
          type,
          line: at,
          endLine: (orders[place + 1]?.line ?? endLine + 1) - 1,
          told: wordsIn([text]),
        }))
      // A sign that forbids what stands below has no words.
      if (isMarkedAsBan(block.inline.text) && bareSaid(block.inline.text) === '')
        return [{ type, line, endLine, told: [block.inline.text] }]
      const words = sentencesOf(asTyped(block.inline))
        .filter((sentence) => !/^\d{1,2}[.)]$/.test(sentence))
        .map(withoutLabel)
      return [{ type, line, endLine, told: wordsIn([...words, ...picturesOf(block.inline)]) }]
    }
    case 'heading':
      return [{ type, line, endLine, told: wordsIn([block.inline.text]) }]
    default:
      return assertNever(block)
  }
}

/** "- **ring-packer**:" above items of its own: where it is no step itself, it is said of those. */
function isLabelOfItems({ blocks: [label, below] }: ListItem): boolean {
  return label?.type === 'paragraph' && below?.type === 'list'
}

/** A paragraph of nothing but code as a step types it, without its prompt. */
const asTyped = ({ text, codes: [code, more] }: Inline): string =>
  more === undefined && code?.trim() === text.trim() ? withoutPrompt(text) : text

const NAMES_A_FORM = new Set<Topic | undefined>(['mitigation', 'symptoms', 'meaning', 'cause'])

/** Of "Solution: restart it" a step may say no more than the order, and of "Problem: it hangs" the case. */
const withoutLabel = (sentence: string): string => {
  const [label = '', name = ''] = /^([\p{L} ]{2,30})[:\uFF1A]\s*(?=\S)/u.exec(sentence) ?? []
  return NAMES_A_FORM.has(topicOf(name)) ? sentence.slice(label.length) : sentence
}

/** A picture that stands alone is told by its name, or by its file. */
function picturesOf({ text, links }: Inline): string[] {
  return text === '' ? links.filter(({ image }) => image).map((link) => link.text || link.href) : []
}

const wordsIn = (texts: readonly string[]): string[] => texts.map(bareSaid).filter((words) => words !== '')
