import { describe, expect, it } from 'vitest'
import { handoffPacket, handoffText } from '../../../shared/incident/handoff-packet.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { engineer, lead, minuteAt, minuteMs, secondary } from '../../support/log-builder.ts'
import { LadderSimulator } from './ladder-simulator.ts'

const text =
  '# Profit is late\n\n## Debugging steps\n\n1. Look at the sources\n2. Replay the day\n3. Check the totals\n'
const sha256 = 'a'.repeat(64)

/** A night with something of everything: at minute 70 somebody else must go on. */
function night(): LadderSimulator {
  const simulator = new LadderSimulator().at(5)
  simulator.say('incident.acknowledged', {})
  simulator.say('runbook.opened', {
    path: 'runbooks/profit.md',
    title: 'Profit is late',
    sha256,
    text,
    matchedBy: 'hand',
  })
  simulator.say('hypothesis.raised', { text: 'The export lost a partition' })
  simulator.say('hypothesis.raised', { text: 'The cluster is full' })
  simulator.say('hypothesis.raised', { text: 'A clock is wrong' })
  simulator.say('decision.made', { text: 'We wait for spend' })
  simulator.say('evidence.attached', { sha256, name: 'rows.txt', mediaType: 'text/plain', bytes: 12 })
  const [lost, , clock] = simulator.ofType('hypothesis.raised')
  const [decision] = simulator.ofType('decision.made')
  simulator.say('hypothesis.ruledOut', { text: 'the cluster is full' })
  simulator.say('hypothesis.ruledOut', { text: 'Every host agrees on the time', of: clock?.id ?? '' })
  simulator.say('entry.amended', { of: decision?.id ?? '', text: 'We wait for spend until nine' })
  simulator.say('entry.amended', { of: lost?.id ?? '', text: 'The export lost two partitions' })
  simulator.at(30).tick()
  simulator.answer('notifySecondary')
  simulator.say('status.updated', { text: 'Profit will be late' })
  simulator.say('update.promised', { dueAt: minuteAt(80) })
  return simulator.at(32)
}

const packetOf = (simulator: LadderSimulator, zone?: string) =>
  handoffPacket(simulator.state, simulator.records, simulator.nowMs, zone)

const linesOf = (simulator: LadderSimulator, heading: string): readonly string[] =>
  packetOf(simulator).sections.find((section) => section.heading === heading)?.lines ?? []

describe('E10 the packet of a hand-over', () => {
  it('E10 says where it stands and who has it', () => {
    expect(linesOf(night(), 'Where it stands')).toEqual([
      'SEV-2, debugging, secondary told; Engineer A commands it.',
      'Open for 32 min, counted from 03:00 UTC.',
      'Not known yet whether bad data was published.',
      'Runbook Profit is late: 0 of 3 steps done. Now at: Look at the sources',
    ])
  })

  it('E10 says how far another runbook was that was left for this one, once something was done in it', () => {
    const simulator = night()
    const [step] = parseRunbook({ path: 'runbooks/profit.md', text }).steps
    const other = {
      path: 'b.md',
      title: 'Growth',
      sha256: 'b'.repeat(64),
      text: '# Growth\n\n1. Look\n',
      matchedBy: 'hand',
    }
    const profit = { path: 'runbooks/profit.md', title: 'Profit is late', sha256, text, matchedBy: 'hand' }
    simulator.say('step.checked', { step: step?.id ?? '', text: 'Look at the sources' })
    simulator.say('runbook.opened', other)
    expect(linesOf(simulator, 'Where it stands').slice(-2)).toEqual([
      'Runbook Growth: 0 of 1 steps done. Now at: Look',
      'Before that, runbook Profit is late: 1 of 3 steps done.',
    ])
    simulator.say('runbook.opened', profit)
    expect(linesOf(simulator, 'Where it stands').at(-1)).toContain('Runbook Profit is late: 1 of 3 steps done.')
  })

  it('E10 says what comes next and when, with what was promised', () => {
    expect(linesOf(night(), 'What comes next')).toEqual([
      '03:35 UTC, in 3 min: Engineer B must have answered, else the next call goes out.',
      '04:20 UTC, in 48 min: a status update is promised.',
      '05:00 UTC, in 1 h 28 min: Data Lead is told (lead).',
    ])
  })

  it('E10 keeps what was found out apart from what is still suspected, in the words that stand now', () => {
    const simulator = night()
    expect(linesOf(simulator, 'Still suspected')).toEqual(['The export lost two partitions'])
    expect(linesOf(simulator, 'Ruled out')).toEqual(['the cluster is full', 'Every host agrees on the time'])
    expect(linesOf(simulator, 'Decided')).toEqual(['We wait for spend until nine'])
    expect(linesOf(simulator, 'Last update given')).toEqual(['03:30 UTC: Profit will be late'])
    expect(linesOf(simulator, 'Evidence')).toEqual(['1 piece in the timeline'])
  })

  it('E10 leaves out what was retracted', () => {
    const simulator = night()
    const [decision] = simulator.ofType('decision.made')
    simulator.say('entry.amended', { of: decision?.id ?? '', retracted: true })
    expect(packetOf(simulator).sections.map(({ heading }) => heading)).not.toContain('Decided')
  })

  it('E10 names the open steps by their place, and those who were told and never answered', () => {
    const simulator = night()
    simulator.say('step.checked', { step: 'none', text: 'of another runbook' })
    expect(linesOf(simulator, 'Open steps')).toEqual([
      '1. Look at the sources',
      '2. Replay the day',
      '3. Check the totals',
    ])
    expect(linesOf(simulator, 'Told and not reached')).toEqual(['Engineer B (secondary), told 03:30 UTC, attempt 1'])
    const [asked] = simulator.ofType('notification.requested')
    simulator.say('notification.acknowledged', {
      notification: asked?.data.notification ?? '',
      person: secondary,
      via: 'phone',
    })
    expect(linesOf(simulator, 'Told and not reached')).toEqual([])
  })

  it('E10 is read on the wall of its reader, with UTC beside it', () => {
    const simulator = night()
    const [first] = packetOf(simulator, 'Asia/Kolkata').sections.filter(({ heading }) => heading === 'What comes next')
    expect(first?.lines[0]).toBe(
      '09:05 (03:35 UTC), in 3 min: Engineer B must have answered, else the next call goes out.',
    )
    const inNewYork = packetOf(simulator, 'America/New_York').sections[0]
    expect(inNewYork?.lines[1]).toBe('Open for 32 min, counted from 22:00 (03:00 UTC).')
  })

  it('E10 is plain text, whole, and the same for the same log', () => {
    const simulator = night()
    const words = handoffText(packetOf(simulator))
    expect(words).toContain('Hand-over of Aggregate profit is late (20261114-0abc)\n\nWhere it stands\n- SEV-2')
    for (const { lines } of packetOf(simulator).sections) for (const line of lines) expect(words).toContain(line)
    expect(handoffText(packetOf(simulator.restart()))).toBe(words)
  })

  it('E10 of an incident that only just began says no more than that', () => {
    expect(packetOf(new LadderSimulator()).sections.map(({ heading }) => heading)).toEqual([
      'Where it stands',
      'What comes next',
    ])
  })
})

describe('E10 an offer that nobody takes', () => {
  it.each(['handoff.declined', 'handoff.withdrawn'] as const)('E10 %s ends it, and the commander stays', (type) => {
    const simulator = new LadderSimulator()
    simulator.say('handoff.offered', { to: lead, note: 'I must sleep' })
    const of = simulator.context.offer?.of ?? ''
    expect(simulator.context.offer).toMatchObject({ to: lead, by: engineer.id, note: 'I must sleep', at: minuteAt(0) })
    expect(simulator.say(type, { of: 'another', person: lead })).toBe(false)
    expect(simulator.say(type, { of, person: lead })).toBe(true)
    expect(simulator.context.offer).toBeNull()
    expect(simulator.context.roles.commander).toEqual(engineer)
    expect(simulator.at(1).say('handoff.accepted', { of, person: lead })).toBe(false)
    expect(simulator.nowMs).toBe(minuteMs(1))
  })
})
