import { describe, expect, it } from 'vitest'
import { declareLate } from '../../../../renderer/features/tonight/declare-late.ts'
import type { DeskStore } from '../../../../renderer/state/desk-store.ts'
import { onlyPipeline, sampleText, teamFrom } from '../../../shared/schedule/sample-team.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'

const team = teamFrom(
  sampleText.replace(
    'rotation:',
    '  - {id: growth, name: Growth, primary: eng-a, secondary: eng-b, tier: experiment}\nrotation:',
  ),
)
const [profit, growth] = team.pipelines
const open = (): DeskStore => createGivenDesk({ now: '2026-11-24T14:00:00.000Z', team }).store
const drafts = (store: DeskStore) => store.getState().drafts

describe('declaring from a missed deadline', () => {
  it('takes nothing of what the form held for another pipeline', () => {
    const store = open()
    const held = { pipeline: 'profit', runbook: 'runbooks/profit.md', sla: 'none', alert: 'a', severity: '1' }
    for (const [field, text] of Object.entries({ ...held, detectedAt: '08:15', impactStartedAt: '08:00' })) {
      store.setDraft(`declare.${field}`, text)
    }
    declareLate(store, growth ?? onlyPipeline(team))
    expect(drafts(store)).toEqual({
      'declare.title': 'Growth is late',
      'declare.pipeline': 'growth',
      'declare.severity': '',
      'declare.detectedAt': '',
      'declare.impactStartedAt': '',
      'declare.runbook': '',
      'declare.sla': '',
      'declare.alert': '',
    })
  })

  it('keeps a title that somebody typed, and not one that was filled in', () => {
    const store = open()
    declareLate(store, profit ?? onlyPipeline(team))
    declareLate(store, growth ?? onlyPipeline(team))
    expect(drafts(store)['declare.title']).toBe('Growth is late')
    store.setDraft('declare.title', 'Growth counts twice')
    declareLate(store, profit ?? onlyPipeline(team))
    expect(drafts(store)['declare.title']).toBe('Growth counts twice')
    store.setDraft('declare.alert', 'a')
    declareLate(store, growth ?? onlyPipeline(team))
    expect(drafts(store)['declare.title']).toBe('Growth is late')
  })
})
