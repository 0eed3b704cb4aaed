import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident } from '../../../shared/incident/incident-state.ts'
import { composePostmortem } from '../../../shared/postmortem/compose-postmortem.ts'
import { renderJson } from '../../../shared/postmortem/render-json.ts'
import { renderMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { declaration, minuteMs, recordOf, stated, ulidLike } from '../../support/log-builder.ts'

const value = 'plainwords'
const records = (...drafts: readonly FactDraft[]) =>
  [stated('incident.declared', declaration()), ...drafts].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
const given = (name: string, given = value) => stated('value.given', { name, value: given })

describe('R7 a log from before secrets were kept out', () => {
  const command = `login -u app -P ${value}`
  const older = records(
    given('password'),
    given('table', 'mart.x'),
    stated('command.ran', { step: 'look', command, exitCode: 0, output: `as ${value}` }),
    stated('note.added', { text: `it was ${value} all along` }),
    ...[1, 3, 4].map((minute) =>
      stated('entry.starred', { of: ulidLike(minuteMs(minute), minute + 1), starred: true }),
    ),
  )

  it('P5 exports without them, wherever they stand', () => {
    const postmortem = composePostmortem(older, { timezone: 'UTC' })
    const exported = renderMarkdown(postmortem) + renderJson(postmortem)
    expect(exported).toContain('login -u app -P ••••••')
    expect(exported).toContain('password is ••••••')
    expect(exported).not.toContain(value)
    expect(postmortem.redactions).toContainEqual({ where: older[1]?.id, name: 'secret value' })
  })

  it('P5 gives them to whoever asks for everything, save for the value itself', () => {
    const all = renderMarkdown(composePostmortem(older, { timezone: 'UTC', redaction: 'none' }))
    expect(all).toContain(command)
    expect(all).toContain('password is ••••••')
  })

  it('R7 still fills them in, until the secret is given anew: then nothing falls back to the old one', () => {
    expect(foldIncident(null, older)?.values).toEqual({ password: value, table: 'mart.x' })
    const state = foldIncident(null, [...older, recordOf(stated('secret.given', { name: 'password' }), 9, minuteMs(9))])
    expect(state?.values).toEqual({ table: 'mart.x' })
    expect(state?.secretsGiven).toEqual(['password'])
  })
})
