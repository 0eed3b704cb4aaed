import {
  IconAlertTriangle,
  IconBell,
  IconBook,
  IconBulb,
  IconCheck,
  IconClock,
  IconDatabase,
  IconFlag,
  IconGavel,
  IconListCheck,
  IconMessage,
  IconNote,
  IconPaperclip,
  IconPencil,
  IconPhone,
  IconPlayerSkipForward,
  IconQuestionMark,
  IconSpeakerphone,
  IconStairsUp,
  IconStar,
  IconTerminal,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Tone } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import type { EntryMark } from './sentences/sentence.ts'
import styles from './timeline.module.css'

type Icon = ComponentType<{ readonly size?: number; readonly stroke?: number }>

const icons: Readonly<Record<EntryMark, Icon>> = {
  declared: IconFlag,
  person: IconUser,
  note: IconNote,
  evidence: IconPaperclip,
  decision: IconGavel,
  hypothesis: IconBulb,
  ruledOut: IconX,
  status: IconSpeakerphone,
  rung: IconStairsUp,
  question: IconQuestionMark,
  bell: IconBell,
  call: IconPhone,
  done: IconCheck,
  skipped: IconPlayerSkipForward,
  book: IconBook,
  command: IconTerminal,
  data: IconDatabase,
  action: IconListCheck,
  alert: IconAlertTriangle,
  star: IconStar,
  edit: IconPencil,
  clock: IconClock,
  unknown: IconMessage,
}

const colours: Readonly<Record<Tone, string>> = {
  holding: 'var(--hold)',
  debug: 'var(--debug)',
  secondary: 'var(--secondary)',
  lead: 'var(--lead)',
  mitigated: 'var(--mitigated)',
  resolved: 'var(--resolved)',
  drill: 'var(--drill)',
}

/** People are round, what the ladder does is a diamond, everything else is square: told apart before the icon is read. */
const shapes: Partial<Record<EntryMark, 'round' | 'diamond'>> = {
  person: 'round',
  call: 'round',
  bell: 'round',
  status: 'round',
  rung: 'diamond',
  question: 'diamond',
  declared: 'diamond',
}

/** The picture beside an entry. */
export function EntryMarkPicture({ mark, tone }: { readonly mark: EntryMark; readonly tone: Tone | undefined }) {
  const Picture = icons[mark]
  const shape = shapes[mark]
  const colour = tone === undefined ? undefined : colours[tone]
  return (
    <span
      className={classNames(styles.mark, shape !== undefined && styles[shape])}
      style={colour === undefined ? undefined : { color: colour, borderColor: colour }}
      aria-hidden="true"
    >
      <Picture size={14} stroke={2} />
    </span>
  )
}
