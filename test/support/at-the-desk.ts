import { expect, type Locator, type Page } from '@playwright/test'
import type { CallInput, CallName } from '../../shared/contract/contract.ts'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { Nightdesk } from './nightdesk.ts'

/** The value of an answer; a refusal ends the test with its words. */
export async function answered<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value
}

/** Says who sits at the desk and on which wall they read the time, as Settings does; waits until the window knows them. */
export async function sitDown(nightdesk: Nightdesk, me = 'eng-b'): Promise<void> {
  await answered(nightdesk.call('preferences.change', { me, timezone: 'America/New_York' }))
  const { workspace } = await answered(nightdesk.call('desk.describe', {}))
  const name = workspace.team.people.find(({ id }) => id === me)?.name ?? me
  await expect(nightdesk.page.getByRole('banner').getByTitle('Set in Settings')).toContainText(name)
}

/** Chooses how the window looks, as Settings does, and waits until it looks so. */
export async function wear(nightdesk: Nightdesk, theme: 'dark' | 'light'): Promise<void> {
  await answered(nightdesk.call('preferences.change', { theme }))
  await expect(nightdesk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
}

/** What a sheet holds within the margins of the page, CSS px. */
const A4_WITHIN_MARGINS = { width: 688, height: 1_002 }

/** Makes the window what it is while it is printed, without the browser's dialog. */
export async function beginPrinting(page: Page): Promise<void> {
  await page.setViewportSize(A4_WITHIN_MARGINS)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
}

/** Presses two keys one right after the other. Waiting for the window between them can take longer than a pair may. */
export async function pressPair(page: Page, first: string, second: string): Promise<void> {
  await Promise.all([page.keyboard.press(first), page.keyboard.press(second)])
}

/** Changes the address, as a link does. What stands there then has to be waited for. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

/** The demo team's pipeline with the SLA of 08:00 in New York; its ladder counts from that instant. */
export const profitRunbook = 'runbooks/aggregate-profit-investors.md'

/** Declares behind the screen, for tests that are about what comes after: the profit pipeline missed its 08:00. */
export async function declareBehindTheScreen(
  nightdesk: Nightdesk,
  change: Partial<CallInput<'incidents.declare'>> = {},
): Promise<string> {
  const { now } = await answered(nightdesk.call('desk.describe', {}))
  const given = {
    title: 'Profit is late',
    pipeline: 'aggregate-profit-investors',
    severity: 2,
    detectedAt: now,
    impactStartedAt: null,
    slaAt: now,
    runbook: profitRunbook,
    ...change,
  } as const
  return (await answered(nightdesk.call('incidents.declare', given))).incident
}

/** States facts behind the screen. */
export const stateFacts = (nightdesk: Nightdesk, incident: string, ...facts: PersonFact[]) =>
  answered(nightdesk.call('facts.record', { incident, facts }))

/** The whole log, read back from the host. */
export async function factsOf(nightdesk: Nightdesk, incident: string): Promise<readonly FactRecord[]> {
  return (await answered(nightdesk.call('incidents.read', { incident, fromSeq: 1, limit: 5_000 }))).records
}

/** The facts of one type, read back from the host. */
export async function factsOfType(nightdesk: Nightdesk, incident: string, type: string) {
  return (await factsOf(nightdesk, incident)).filter((fact) => fact.type === type)
}

export const region = (page: Page, name: 'Runbook' | 'Timeline' | 'Escalation'): Locator =>
  page.getByRole('region', { name, exact: true })

export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Add to timeline' })

export const clock = (page: Page, name: 'Age' | 'Next rung'): Locator => page.getByRole('timer', { name, exact: true })

/** One entry of the timeline by words that stand in it. */
export const entry = (page: Page, words: string | RegExp): Locator =>
  region(page, 'Timeline').getByRole('article').filter({ hasText: words })

/** Goes to a screen by its address, as a link does, and waits until it stands. */
export async function goToIncident(page: Page, incident: string): Promise<void> {
  await goTo(page, `#/incident/${incident}`)
  await expect(clock(page, 'Age')).toBeVisible()
  await expect(region(page, 'Escalation')).toBeVisible()
}

/** Sits down at a new incident of the profit pipeline, of which `facts` are stated, and goes to its screen. */
export async function openIncident(nightdesk: Nightdesk, ...facts: PersonFact[]): Promise<string> {
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  if (facts.length > 0) await stateFacts(nightdesk, incident, ...facts)
  await goToIncident(nightdesk.page, incident)
  return incident
}

/** That somebody has it, for tests of what comes after. */
export const acknowledged: PersonFact = { type: 'incident.acknowledged', data: {} }

/** Types a line into the timeline and logs it. */
export async function log(page: Page, words: string): Promise<void> {
  await composer(page).fill(words)
  await composer(page).press('Enter')
}

/** Words that are not saved, also while they are tried again. */
export const unsaved = (page: Page): Locator =>
  page
    .getByRole('alert')
    .filter({ hasText: 'NOT SAVED', has: page.getByRole('button', { name: /^(?:Save again|Saving)$/ }) })

/** Holds back what the window asks for until what it gives is called. */
export async function holdCalls(page: Page, name: CallName): Promise<() => void> {
  let goOn = (): void => undefined
  const mayGoOn = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(`**/rpc/${name}`, async (route) => {
    await mayGoOn
    await route.continue()
  })
  return goOn
}

/** Holds back what the window sends to be saved until what it gives is called. */
export const holdSaves = (page: Page): Promise<() => void> => holdCalls(page, 'facts.record')
