import type { Command } from '../runbook.ts'
import { asksForMetrics, looksTyped, readsAsQuery, SMALL_WORDS } from './command-lines.ts'
import { PLAIN_TEXT } from './command-words.ts'

/** A shell that can take a command: `sh` is the system's own, whatever that is. */
export type ShellName = 'sh' | 'bash' | 'zsh' | 'fish' | 'ksh' | 'pwsh' | 'cmd'

const SHELL_OF: ReadonlyMap<string, ShellName> = new Map([
  ['', 'sh'],
  ['sh', 'sh'],
  ['shell', 'sh'],
  ['console', 'sh'],
  ['terminal', 'sh'],
  ['session', 'sh'],
  ['shell-session', 'sh'],
  ['sh-session', 'sh'],
  ['shellsession', 'sh'],
  ['bash', 'bash'],
  ['bash-session', 'bash'],
  ['zsh', 'zsh'],
  ['fish', 'fish'],
  ['ksh', 'ksh'],
  ['powershell', 'pwsh'],
  ['ps1', 'pwsh'],
  ['pwsh', 'pwsh'],
  ['cmd', 'cmd'],
  ['bat', 'cmd'],
  ['batch', 'cmd'],
] as const)

/** Languages under which an author may show a shell's command, or anything else. */
const SAYS_LITTLE: ReadonlySet<string> = new Set(['', 'sh', 'console', 'terminal', 'session'])

/**
 * The shell that a command is written for, by its language; null for what no shell runs, which can only be copied: a query, a request, a program,
 * plain text. Where the language says little the text decides.
 */
export function shellOf({ language, text }: Pick<Command, 'language' | 'text'>): ShellName | null {
  const shell = SHELL_OF.get(language) ?? null
  if (shell === null) return null
  return (SAYS_LITTLE.has(language) ? readsAsQuery(text) : asksForMetrics(text)) ? null : shell
}

/** The language of a command from a block of plain text: that of the shell where it reads as a call, else it stays plain text. */
export function languageInPlainText(language: string, text: string): string {
  return PLAIN_TEXT.has(language) && readsAsCall(text) && !readsAsQuery(text) ? 'sh' : language
}

/** `ring.size 3` is a setting. */
function readsAsCall(text: string): boolean {
  return (
    looksTyped(text) ||
    (/^(?![\w-]+\.[\w.-]+ )[a-z][\w./-]*(?: [\w./:<>{}$=@-]+)*$/.test(text.trim()) && !SMALL_WORDS.test(text))
  )
}
