import { looksTyped } from '../commands/command-lines.ts'
import { itemAsks, itemCommands, wordsOf } from '../passages/step-items.ts'
import type { Section } from '../sections/sections.ts'
import type { Block } from '../text/block.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { beginsWithAction, insists, sentencesOf } from '../words/sentences.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import { codeInWarnings, warns } from './warnings.ts'

/** "Introduction", and what stands below it: what a page begins with may ask for something, as the text below its title may. */
export const isIntroduction = ({ heading, parent }: Section, sections: readonly Section[]): boolean =>
  INTRODUCES.test(heading) || INTRODUCES.test(sections[parent ?? -1]?.heading ?? '')

const INTRODUCES = /^\W*(?:intro(?:duction)?|overview|background)\W*$/i

/**
 * Of the text below the title, or of an introduction, only what asks for something, forbids it or warns of it, with the line that leads to it: where the steps begin further down it must not be lost (R3),
 * while what a page is about need not stand beside the first step.
 */
export function askingBlocks(section: Section, lines: readonly string[]): Section {
  const inWarnings = codeInWarnings(section.blocks, lines)
  const kept = section.blocks.map(
    (block, index) =>
      warns(block, lines) ||
      inWarnings.has(block) ||
      (asks(block) && !showsTheTrouble(block, section.blocks[index - 1], lines)),
  )
  return {
    ...section,
    blocks: section.blocks.filter((block, index) => kept[index] || (kept[index + 1] && leadsOn(block))),
  }
}

function asks(block: Block): boolean {
  switch (block.type) {
    case 'code':
      return looksTyped(block.text)
    case 'list':
      return block.items.some((item) => wordsOf(item).lead === '' && (itemAsks(item) || itemCommands(item).length > 0))
    case 'quote':
      return block.blocks.some(asks)
    case 'paragraph':
      return (
        IS_A_NOTE.test(block.inline.text) ||
        (!IS_A_LABEL.test(block.inline.lead) && sentencesOf(block.inline.text).some(isOrder))
      )
    default:
      return false
  }
}

/** "**Owner:** the ring team", and not "**This is no script.** Read it fully.": a sentence in bold. */
const IS_A_LABEL = /[^.!]$/

/** What the author marked as "Note:" or "Please note that" is not only what the page is about. */
const IS_A_NOTE = /^\W*(?:please )?note\b/i

const isOrder = (sentence: string): boolean =>
  (moodOf(sentence) === 'order' && beginsWithAction(sentence)) || insists(sentence)

/** "It is common to see this error" above what somebody typed. */
function showsTheTrouble(block: Block, before: Block | undefined, lines: readonly string[]): boolean {
  return (
    block.type === 'code' &&
    before?.type === 'paragraph' &&
    speaksOfTrouble(before.inline.text) &&
    !asks(before) &&
    !warns(before, lines)
  )
}

function leadsOn(block: Block): boolean {
  return block.type === 'paragraph' && /[:\uFF1A]$/.test(block.inline.text)
}
