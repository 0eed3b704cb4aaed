import { CHANGES_FOLDER, isShellCommand, REMARK } from '../commands/command-lines.ts'
import { hasPrompt, withoutPrompt } from '../commands/prompts.ts'
import { commandsAt } from '../commands/shown-output.ts'
import type { Command } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import { CodeSteps } from '../steps/code-steps.ts'
import { DraftList, type StepDraft } from '../steps/draft-list.ts'
import type { Block, CodeBlock } from '../text/block.ts'
import { sentencesOf } from '../words/sentences.ts'
import type { Topic } from '../words/topic-name.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import { holdsLineOf } from './passage.ts'

/** What stands there tells how things are or came about, or is for later. */
const TELLS = new Set<Topic | undefined>(['meaning', 'impact', 'cause', 'afterwards', 'reference', 'trial'])

/**
 * The drafts of a section, and with them the code blocks of it that are typed for sure and that no step holds (R3): whatever the words above them say, the person on call
 * would copy them. `said` are the lines on which steps and commands stand.
 */
export function withTypedCode(
  drafts: readonly StepDraft[],
  section: Section,
  topic: Topic | undefined,
  said: ReadonlySet<number>,
  lines: readonly string[],
): readonly StepDraft[] {
  if (TELLS.has(topic)) return drafts
  const held = new Set(drafts.flatMap(({ commands }) => commands.map(({ line }) => line)))
  const given = new Set(drafts.flatMap(({ commands }) => commands.map(({ text }) => text)))
  const { blocks } = section
  const added = blocks.flatMap((block, at) => {
    const before = blocks[at - 1]
    const lead = before?.type === 'paragraph' ? (sentencesOf(before.inline.text).at(-1) ?? '') : ''
    if (
      block.type !== 'code' ||
      speaksOfTrouble(lead) ||
      holdsLineOf(block, said) ||
      holdsLineOf(block, held) ||
      !isTypedForSure(block) ||
      commandsAt(blocks, at).length === 0 ||
      showsAgain(commandsAt(blocks, at), given) ||
      (topic === 'symptoms' && showsItsAnswer(blocks, at))
    )
      return []
    const list = new DraftList(section, lines)
    list.begin('code')
    const code = new CodeSteps(list)
    code.begin()
    code.read(block, blocks, at)
    return list.all.filter(({ commands }) => commands.length > 0)
  })
  return added.length === 0 ? drafts : [...drafts, ...added].sort((one, other) => one.line - other.line)
}

/** What a step runs already, with what it printed; `given` are the commands of the steps. */
const showsAgain = (commands: readonly Command[], given: ReadonlySet<string>): boolean =>
  commands.some(({ output }) => output !== undefined) && commands.every(({ text }) => given.has(text))

/** Among symptoms, a call with what it printed shows how the trouble was seen. */
function showsItsAnswer(blocks: readonly Block[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (next?.type === 'code' && commandsAt(blocks, at + 1).length === 0) return true
  const typed = commandsAt(blocks, at).reduce((count, { text }) => count + countOfLines(text), 0)
  return block?.type === 'code' && typed < countOfLines(block.text)
}

const countOfLines = (text: string): number =>
  text.split('\n').filter((line) => line.trim() !== '' && !REMARK.test(line)).length

/** The first line that is no remark, and goes to no folder, calls a tool of the shell, or `#` is the prompt of all lines. */
function isTypedForSure({ language, text }: CodeBlock): boolean {
  const lines = text.split('\n')
  const first = lines.find((line) => line.trim() !== '' && !REMARK.test(line) && !CHANGES_FOLDER.test(line.trim()))
  return first === undefined ? hasPrompt(language, lines) : isShellCommand(withoutPrompt(first).trim())
}
