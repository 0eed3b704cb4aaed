// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ScheduleScreen } from '../../../../renderer/features/schedule/schedule-screen.tsx'
import type { DeskStore } from '../../../../renderer/state/desk-store.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'
import { createWindowsStorage } from '../../../support/windows-storage.ts'

const yaml = `people:
  - {id: a, name: Ann, timezone: America/New_York}
  - {id: b, name: Ben, timezone: America/New_York}
  - {id: c, name: Cyd, phone: "+1 3", timezone: America/New_York}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks: [{primary: a, backup: c}, {primary: c, backup: a}, {primary: b, backup: c}]
`
let { team } = parseTeam({ path: 'team.yaml', text: yaml })
const lastChange = { words: 'Cyd covers Thanksgiving', changedAt: '2026-11-17T20:30:00.000Z', by: 'Ann' }
const file = { path: '/w/team.yaml', sha256: 'a', lastChange }
const diff =
  '--- team.yaml\n+++ team.yaml\n@@ -1,1 +1,0 @@\n-    - {from: 2026-11-26, to: 2026-11-26, person: c, for: a}\n'
const answers: Readonly<Record<string, unknown>> = {
  'schedule.read': file,
  'schedule.preview': { baseSha256: 'a', diff },
  'schedule.change': file,
  'schedule.previewUndo': { baseSha256: 'a', diff, lastChange, team },
  'schedule.undo': { ...file, lastChange: null },
}

const newWindow = createWindowsStorage()
let asked: readonly string[]
const refused = new Map<string, string>()
let store: DeskStore
let page: Rendered

function openWindow(): void {
  const given = createGivenDesk({
    now: '2026-11-24T15:00:00.000Z',
    team,
    preferences: { me: 'c', timezone: 'America/New_York' },
    kept: newWindow(),
    answer: (name) => {
      const message = refused.get(name)
      if (message !== undefined) return { ok: false, error: { code: 'notAllowed', message } }
      return { ok: true, value: answers[name] }
    },
  })
  store = given.store
  asked = given.asked
  page = render(
    <StoreProvider store={store}>
      <ScheduleScreen />
    </StoreProvider>,
  )
}

const words = (): string => document.body.textContent

async function press(name: string): Promise<void> {
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll('button')].find(
      (each) => each.textContent.startsWith(name) && each.getAttribute('aria-disabled') !== 'true',
    )
  await expect.poll(find).toBeDefined()
  find()?.click()
}

async function field(label: string): Promise<HTMLInputElement> {
  const find = (): HTMLInputElement | undefined =>
    [...document.querySelectorAll('label')]
      .filter((each) => each.textContent.startsWith(label))
      .flatMap(({ htmlFor }) => [...document.querySelectorAll<HTMLInputElement>(`[id="${htmlFor}"]`)])[0]
  await expect.poll(find).toBeDefined()
  const found = find()
  if (found === undefined) throw new Error(`no field ${label}`)
  return found
}

async function type(label: string, text: string): Promise<void> {
  const input = await field(label)
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await expect.poll(async () => (await field(label)).value).toBe(text)
}

const typedIn = async (label: string): Promise<string> => (await field(label)).value
const closed = (): Promise<void> => expect.poll(() => document.querySelector('[role="dialog"]')).toBeNull()

beforeEach(() => {
  refused.clear()
  openWindow()
})

afterEach(() => page.unmount())

it('what was typed about leave stays over closing, a reload and the review, until it is written', async () => {
  await press('Add leave')
  await type('First day', '2026-12-07')
  await type('Reason', 'moving house')
  await press('Cancel')
  await closed()
  page.unmount()
  openWindow()

  await press('Add leave')
  expect(await typedIn('Reason')).toBe('moving house')
  await press('Show what it does')
  await press('Back')
  expect(await typedIn('First day')).toBe('2026-12-07')
  await press('Show what it does')
  await press('Write to team.yaml')
  await closed()
  expect(asked).toContain('schedule.change')
  await press('Add leave')
  expect(await typedIn('Reason')).toBe('')
})

it('what was typed can be cleared', async () => {
  await press('Add leave')
  await type('Reason', 'a mistake')
  await press('Clear')
  await expect.poll(() => typedIn('Reason')).toBe('')
})

it('a part of a turn that somebody else has names that person', async () => {
  await press('Change this turn')
  await type('From', '2026-12-08 10:00')
  await type('To', '2026-12-09 10:00')
  await type('Reason', 'a wedding')
  await press('Show what it does')
  await expect.poll(words).toMatch(/in for Ben, Tue 8 Dec 10:00 to Wed 9 Dec 10:00/)
  await press('Back')
  expect(await typedIn('From')).toBe('2026-12-08 10:00')
  await type('From', '2026-12-02 10:00')
  await expect.poll(words).toMatch(/Cyd and Ben are on call then/)
})

it('an undo shows whose change it takes back, when that was and the lines, before it writes', async () => {
  await press('Undo')
  await expect.poll(words).toMatch(/Cyd covers Thanksgiving\. Written by Ann, Tue 17 Nov 15:30\./)
  await expect
    .poll(() => document.querySelector('[aria-label="Changes in team.yaml"]')?.textContent)
    .toContain('for: a')
  expect(asked).not.toContain('schedule.undo')
  await press('Write to team.yaml')
  await closed()
  expect(asked.at(-1)).toBe('schedule.undo')
  expect(store.getState().announcement?.text).toBe('Taken back: Cyd covers Thanksgiving')
})

it('S6.4 an undo that is refused, because somebody has edited the file since, says that nothing was taken back', async () => {
  refused.set('schedule.previewUndo', 'There is nothing to take back: team.yaml was edited since.')
  await press('Undo')
  await expect.poll(words).toMatch(/Nothing was taken back\..*edited since/)
  expect(words()).not.toMatch(/Not written|In team\.yaml/)
})

it('S6.5 the list changes the backup of a turn as well', async () => {
  await press('List')
  await press('Change backup')
  await expect.poll(words).toMatch(/(?:Ann|Ben|Cyd) is backup then/)
  await press('Show what it does')
  await expect.poll(words).toMatch(/in for/)
})

it('S6.2 with somebody who has no turn to give back, a change is cover and no swap, in the dialog and in what is written', async () => {
  page.unmount()
  team = parseTeam({ path: 'team.yaml', text: yaml.replace('primary: c, backup: a', 'primary: c, backup: c') }).team
  openWindow()
  await press('List')
  await press('Change backup')
  await expect.poll(words).toMatch(/Ben.*has no turn to give back within 12 weeks: cover, not a swap/)
  const mode = (name: string): HTMLInputElement | undefined =>
    [...document.querySelectorAll<HTMLInputElement>('input[name="mode"]')].find(
      (each) => each.closest('label')?.textContent.startsWith(name) === true,
    )
  expect([mode('Cover')?.checked, mode('Swap')?.checked, mode('Swap')?.disabled]).toEqual([true, false, true])
  await press('Show what it does')
  await expect.poll(words).toMatch(/Cover this turn.*Ben in for Cyd/)
})
