import type { Play, Scene } from './play.ts'

async function holdAndTell(play: Play): Promise<void> {
  const { minutes, say, check, star } = play
  await say('incident.acknowledged', { note: 'Investor Relations wrote that the figure looks wrong' })
  const { run } = await play.state()
  if (run === null) throw new Error('no runbook')
  await say('scenario.chosen', { scenario: 'broken-transformation', title: 'Broken transformation' })
  minutes(1)
  await check('Hold the investor report')
  minutes(2)
  await check('Gate: check whether bad data has been published', 'Version 1 of 16 November went out at 06:34 ET')
  await say('publication.stated', {
    published: 'yes',
    detail: 'Version 1 of 16 November, 06:34 ET, to Investor Relations',
  })
  await say('severity.changed', { from: 2, to: 1, reason: 'A wrong figure has been published' })
  await star('publication.stated')
  await say('impact.stated', { startedAt: '2026-11-17T11:34:00.000Z', note: 'The moment of publication' })
  const { context } = (await play.state()).ladder
  await say('rung.advanced', {
    deadlineId: `rung:${context.epoch}:lead`,
    rungId: 'lead',
    reason: "Published bad data is the lead's decision",
  })
  minutes(3)
  const [lead] = (await play.state()).ladder.context.notifications.filter((each) => each.status === 'open')
  if (lead === undefined) throw new Error('the lead was not told')
  await say('call.made', {
    person: lead.person,
    notification: lead.notification,
    channel: 'phone',
    outcome: 'reached',
  })
  await say('decision.made', {
    text: 'Investor Relations recalls version 1 now; a corrected version goes out only after a verified backfill.',
  })
  await star('decision.made')
}

async function findTheCause(play: Play): Promise<void> {
  const { minutes, say, check, attach } = play
  await check('Keep the bad rows as evidence')
  await say('dataset.affected', {
    dataset: 'mart.profit_daily',
    detail: '16 November: 38 % above the band, 11,204 rows doubled',
  })
  await say('dataset.quarantined', {
    dataset: 'mart.profit_daily',
    detail: 'Copied to quarantine.profit_daily_20261116',
  })
  minutes(6)
  await attach('release-log.txt', 'a41c9e2 join spend on campaign_id\n7d02b11 bump dbt to 1.11\n')
  await check('Review what changed in the last three days', 'a41c9e2 changed the join key yesterday afternoon')
  minutes(5)
  await check('Verify the suspicion', 'First bad day is the day of the release')
  await say('hypothesis.ruledOut', { text: 'Duplicate transactions: source and copy agree to the row.' })
  minutes(4)
  const items = await play.state()
  const open = items.run === null ? [] : Object.keys(items.run.steps)
  await say('note.added', {
    text: `Rolled back to the release before. ${open.length} steps of the runbook done so far.`,
  })
  await say('backfill.planned', {
    dataset: 'mart.profit_daily',
    detail: 'Side table for 16 November, compared with the source, then swapped in',
  })
}

async function repairAndVerify(play: Play): Promise<void> {
  const { minutes, say, star } = play
  minutes(38)
  await say('backfill.verified', {
    dataset: 'mart.profit_daily',
    detail: 'Row count equals the source, profit in the 7-day band, no null unit',
  })
  await star('backfill.verified')
  await say('status.updated', {
    text: 'Corrected profit for 16 November is published as version 2. Please discard version 1.',
    audience: 'Investor Relations, Finance',
  })
  await say('incident.mitigated', { note: 'Corrected version published' })
  minutes(25)
  await say('incident.resolved', { note: 'Release reverted, test added, report on schedule' })
  await say('action.added', {
    action: 'row-count-test-after-join',
    what: 'Fail test_profit_daily when a join adds rows',
    type: 'prevent',
    owner: { id: 'eng-b', name: 'Engineer B' },
    due: '2026-11-24',
  })
  await say('action.added', {
    action: 'band-check-before-publish',
    what: 'Publish only inside the 7-day band, ask a person otherwise',
    type: 'detect',
    owner: { id: 'eng-a', name: 'Engineer A' },
    due: '2026-12-01',
  })
  await say('incident.reviewed', {})
}

/** A release doubles joined rows; the wrong figure was published before anybody saw it. */
export const badPublication: Scene = {
  name: 'broken-transformation-published',
  startAt: '2026-11-17T14:20:00.000Z',
  me: 'eng-b',
  declare: {
    title: 'Investor profit jumped by 38 % over night',
    pipeline: 'aggregate-profit-investors',
    severity: 2,
    impactStartedAt: null,
    slaAt: null,
    runbook: 'runbooks/aggregate-profit-investors.md',
  },
  acts: [holdAndTell, findTheCause, repairAndVerify],
}
