import type { Play, Scene } from './play.ts'

async function lookAndClose(play: Play): Promise<void> {
  const { minutes, say, attach } = play
  await say('incident.acknowledged', {})
  minutes(4)
  await attach('partition-list.txt', 'mart.engagement_daily  2026-11-20  loaded 06:41 ET  complete\n')
  await say('note.added', {
    text: 'The partition is there and complete. The alert compares UTC dates and looks one day too far after 19:00 ET.',
  })
  await say('hypothesis.ruledOut', { text: 'Late source: all three landed before 06:00 ET.' })
  minutes(3)
  await say('publication.stated', { published: 'no', detail: 'Nothing was wrong' })
  await say('incident.resolved', { note: 'False alarm: the check compares UTC with New York dates' })
  await say('action.added', {
    action: 'freshness-alert-in-local-time',
    what: 'Compare business days in New York time in the freshness alert',
    type: 'detect',
    owner: { id: 'eng-c', name: 'Engineer C' },
    due: '2026-11-28',
  })
  await say('incident.reviewed', {})
  await say('incident.closed', {})
}

/** A freshness alert that was the clock change's doing; closed as a false alarm with an action against the alert. */
export const falseAlarm: Scene = {
  name: 'false-alarm',
  startAt: '2026-11-21T15:05:00.000Z',
  me: 'eng-c',
  declare: {
    title: 'Engagement for investors looks stale',
    pipeline: 'aggregate-engagement-investors',
    severity: 3,
    impactStartedAt: null,
    slaAt: null,
    runbook: 'runbooks/aggregate-engagement-investors.md',
  },
  acts: [lookAndClose],
}
