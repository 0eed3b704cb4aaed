import type { Play, Scene } from './play.ts'

const marketing = { id: 'marketing-oncall', name: 'Marketing Analytics on-call' }

async function findTheCause(play: Play): Promise<void> {
  const { minutes, say, check, skip, attach, star } = play
  await say('incident.acknowledged', {})
  await play.openRunbook('runbooks/aggregate-profit-investors.md', 'matched by pipeline', 'late-data')
  minutes(3)
  await attach(
    'source-freshness.txt',
    'raw.transactions   2026-11-25 05:10  ok\nads.spend_daily    2026-11-23 05:02  48 h old\n',
  )
  await star('evidence.attached')
  await check('Check when each source last landed', 'Spend is two days old, transactions are fresh')
  minutes(2)
  await check('Hold the investor report')
  await say('publication.stated', { published: 'no', detail: 'The report is on hold; nothing left since yesterday' })
  minutes(6)
  await check('Check that transactions are complete', 'Counts and sums agree')
  await say('hypothesis.raised', { text: 'The spend extract crashed over night' })
  minutes(4)
  await say('hypothesis.ruledOut', {
    text: 'Extract crash: its log ends with 0 rows read, exit 0. The source itself is empty.',
  })
  await star('hypothesis.ruledOut')
  await skip('Restart the extract', 'The job is healthy, the source is empty')
}

async function askForHelp(play: Play): Promise<void> {
  const { minutes, say, star } = play
  minutes(12)
  await say('call.made', {
    person: marketing,
    notification: null,
    channel: 'phone',
    outcome: 'voicemail',
    note: 'Left a message: when does ads.spend_daily land?',
  })
  const until = new Date(Date.parse(play.now()) + 10 * 60_000).toISOString()
  await say('question.answered', {
    answer: 'moreTime',
    round: 1,
    until,
    reason: 'Waiting for Marketing to call back',
  })
  minutes(11)
  await say('question.answered', { answer: 'notifySecondary', round: 2 })
  const [told] = (await play.state()).ladder.context.notifications.filter((each) => each.status === 'open')
  if (told === undefined) throw new Error('nobody was told')
  minutes(2)
  const call = { person: told.person, notification: told.notification, channel: 'phone' } as const
  await say('call.made', { ...call, outcome: 'noAnswer' })
  minutes(6)
  const [again] = (await play.state()).ladder.context.notifications.filter((each) => each.status === 'open')
  if (again === undefined) throw new Error('the page was not repeated')
  await say('call.made', {
    ...call,
    notification: again.notification,
    outcome: 'reached',
    note: 'Looks at the ads export with me',
  })
  minutes(20)
  await say('note.added', {
    text: 'The ads export service rotated its credentials last night; the export has had no access since 05:00 ET.',
  })
  await star('note.added')
}

async function publishProvisional(play: Play): Promise<void> {
  const { minutes, say, check, star } = play
  minutes(55)
  const [lead] = (await play.state()).ladder.context.notifications.filter((each) => each.status === 'open')
  if (lead === undefined) throw new Error('the lead was not told')
  await say('call.made', {
    person: lead.person,
    notification: lead.notification,
    channel: 'phone',
    outcome: 'reached',
  })
  await say('decision.made', {
    text: 'Data lead and Investor Relations: publish with spend as of 23 November, marked provisional.',
  })
  await star('decision.made')
  await check('Decide with Investor Relations')
  minutes(14)
  await check('Verify: profit lies within 3 %', 'In band, no unit missing')
  await check('Release the hold')
  await say('status.updated', {
    text: 'The provisional profit report is out. Final numbers follow when marketing spend lands.',
    audience: 'Investor Relations',
  })
  await say('incident.mitigated', { note: 'Provisional report published' })
  await say('backfill.planned', {
    dataset: 'mart.profit_daily',
    detail: '24 November, as soon as ads.spend_daily has landed',
  })
}

async function finish(play: Play): Promise<void> {
  const { minutes, say, check } = play
  minutes(95)
  await check('Backfill the day', 'Spend landed at 11:10 ET')
  await say('backfill.verified', {
    dataset: 'mart.profit_daily',
    detail: 'Same query as above: in band, complete; final version published 11:41 ET',
  })
  await say('incident.resolved', { note: 'Final report published; spend lands again' })
  await say('action.added', {
    action: 'alert-on-credential-expiry',
    what: 'Alert seven days before the export credentials expire, and rotate them in working hours',
    type: 'prevent',
    owner: marketing,
    due: '2026-12-11',
  })
  await say('action.added', {
    action: 'freshness-check-on-spend',
    what: 'Page on the freshness of ads.spend_daily at 05:30 ET instead of waiting for 08:00',
    type: 'detect',
    owner: { id: 'eng-b', name: 'Engineer B' },
    due: '2026-12-04',
  })
  await say('postmortem.edited', {
    section: 'summary',
    text: 'Marketing spend stopped landing because the credentials of the ads export were rotated without the export knowing. The investor profit report missed 08:00 ET by 2 h 40 min and went out provisional; the final one followed at 11:41 ET. No wrong number was published.',
  })
}

/** Marketing spend does not land on the Wednesday before Thanksgiving; the ladder goes all the way to the data lead. */
export const lateData: Scene = {
  name: 'late-data-escalated',
  startAt: '2026-11-25T13:04:00.000Z',
  me: 'eng-d',
  declare: {
    title: 'Aggregate profit for investors is late',
    pipeline: 'aggregate-profit-investors',
    severity: 2,
    impactStartedAt: '2026-11-25T13:00:00.000Z',
    slaAt: '2026-11-25T13:00:00.000Z',
    runbook: null,
  },
  acts: [findTheCause, askForHelp, publishProvisional, finish],
}
