import type { Fact, FactData } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import { isLongerThan } from '../../../../../shared/kit/is-longer-than.ts'
import { spanWords } from '../../../../ui/time-words.ts'
import { LINES_SHOWN } from '../lines-shown.ts'
import type { Sentence } from './sentence.ts'

export type CommandFact = Extract<Fact, { type: `command.${string}` }>

/** As much of an output as stands below a sentence, in characters, and in `LINES_SHOWN` lines. What matters most is said last. */
const MOST_SHOWN = 400

function endOfOutput(output: string): string {
  const lines = output.split('\n')
  const last = lines.slice(-LINES_SHOWN).join('\n')
  if (last.length <= MOST_SHOWN) return lines.length > LINES_SHOWN ? `…\n${last}` : last
  const end = last.slice(-MOST_SHOWN).toWellFormed()
  return `… ${end.slice(end.indexOf('\n') + 1)}`
}

/** What stands below the sentence: the end, unless the evidence that follows shows the whole already. */
function outputOf({ output, evidence }: FactData<'command.ran'>): string {
  const isShownWhole = evidence != null && !isLongerThan(output.trimEnd(), LINES_SHOWN + 1)
  return isShownWhole ? '' : endOfOutput(output.trimEnd())
}

const limitWords = (limitMs: number | null | undefined): string => {
  if (limitMs === undefined) return ''
  return limitMs === null ? ', until somebody stops it' : `, for ${spanWords(limitMs)} at most`
}

type Lead = Pick<Sentence, 'lead' | 'tone'>

function leadOf({ endedBy = 'exit', exitCode, limitMs, isHostClosing }: FactData<'command.ran'>): Lead {
  switch (endedBy) {
    case 'exit': {
      const lead = `Ran${exitCode === null ? '' : ` (exit ${exitCode})`}:`
      return exitCode === 0 || exitCode === null ? { lead } : { lead, tone: 'lead' }
    }
    case 'stopped':
      return { lead: isHostClosing === true ? 'Stopped because Nightdesk was closed:' : 'Stopped:', tone: 'secondary' }
    case 'timeout':
      return { lead: `Ended at its limit${limitMs == null ? '' : ` of ${spanWords(limitMs)}`}:`, tone: 'lead' }
    case 'error':
      return { lead: 'Could not be started:', tone: 'lead' }
    default:
      return assertNever(endedBy)
  }
}

/** What was run, and how it ended. */
export function commandSentence(fact: CommandFact): Sentence {
  switch (fact.type) {
    case 'command.started': {
      const { command, folder, shell, runbook, limitMs } = fact.data
      const by = shell === undefined ? '' : ` by ${shell}`
      const detail = `in ${folder}${by}, runbook ${runbook.slice(0, 6)}${limitWords(limitMs)}`
      return { mark: 'command', lead: 'Started:', text: command, detail, quiet: true }
    }
    case 'command.lost':
      return {
        mark: 'command',
        tone: 'secondary',
        lead: 'Outcome not known:',
        text: fact.data.command,
        detail:
          'It was running when Nightdesk stopped; nobody knows how it ended. It may still run: look where it works before you run it again.',
      }
    case 'command.ran': {
      const output = outputOf(fact.data)
      return { mark: 'command', ...leadOf(fact.data), text: fact.data.command, ...(output && { output }) }
    }
    default:
      return assertNever(fact)
  }
}
