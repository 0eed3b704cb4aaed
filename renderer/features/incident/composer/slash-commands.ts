/** A command of the composer: what it is called, how it is written, what it does. */
export type SlashCommand = { readonly name: SlashName; readonly form: string; readonly help: string }

export type SlashName =
  | 'note'
  | 'evidence'
  | 'decision'
  | 'hypothesis'
  | 'ruled-out'
  | 'status'
  | 'sev'
  | 'call'
  | 'at'
  | 'star'
  | 'published'
  | 'affected'
  | 'quarantined'
  | 'backfill'
  | 'verified'
  | 'action'

/** Every command, the ones most needed first. */
export const slashCommands: readonly SlashCommand[] = [
  { name: 'note', form: '/note text', help: 'A note; plain text does the same' },
  { name: 'evidence', form: '/evidence text', help: 'Keep text as evidence, or pick a file' },
  { name: 'decision', form: '/decision text', help: 'What was decided, and why' },
  { name: 'hypothesis', form: '/hypothesis text', help: 'What may be the cause' },
  { name: 'ruled-out', form: '/ruled-out text', help: 'What it is not, and how you know' },
  { name: 'status', form: '/status text', help: 'What the others are told' },
  { name: 'sev', form: '/sev 2 reason', help: 'Change the severity' },
  { name: 'call', form: '/call name, reached', help: 'A call: reached, voicemail or no answer' },
  { name: 'at', form: '/at 08:15 text', help: 'Something that happened earlier' },
  { name: 'star', form: '/star', help: 'Star the last entry for the postmortem' },
  { name: 'published', form: '/published no', help: 'Has bad data been published? yes, no, unknown' },
  { name: 'affected', form: '/affected table what', help: 'A dataset that is wrong or late' },
  { name: 'quarantined', form: '/quarantined table how', help: 'A dataset kept from spreading' },
  { name: 'backfill', form: '/backfill table plan', help: 'A planned repair' },
  { name: 'verified', form: '/verified table how', help: 'A repair that was checked' },
  { name: 'action', form: '/action what', help: 'Something to do afterwards' },
]

/** The commands to offer for what has been typed; none once a command is complete. */
export function offeredCommands(text: string): readonly SlashCommand[] {
  const typed = /^(?:\/at\s+\S+\s+)?\/([\w-]*)$/.exec(text)?.[1]
  if (typed === undefined) return []
  return slashCommands.filter(({ name }) => name.startsWith(typed.toLowerCase()))
}

/** The text after a command was picked from the menu: what stands before the slash stays. */
export const withCommand = (text: string, { name }: SlashCommand): string =>
  `${text.replace(/\/[\w-]*$/, '')}/${name}${name === 'star' ? '' : ' '}`
