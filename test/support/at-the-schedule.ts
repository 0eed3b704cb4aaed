import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { pressPair } from './at-the-desk.ts'

/** The text of team.yaml as it stands on the disk. */
export const teamFile = (workspaceFolder: string): string => readFileSync(join(workspaceFolder, 'team.yaml'), 'utf8')

/** Goes to the Schedule by its keys. */
export async function openSchedule(page: Page): Promise<void> {
  await pressPair(page, 'g', 'c')
  await expect(page.getByRole('heading', { name: 'Schedule', level: 1 })).toBeVisible()
}

/** A finding under "To settle", by words that stand in it. */
export const finding = (page: Page, words: string): Locator =>
  page.getByRole('region', { name: 'To settle' }).getByRole('listitem').filter({ hasText: words })

/** A turn in the picture, by what it says to a reader. */
export const turn = (page: Page, name: RegExp): Locator =>
  page.getByRole('group', { name: /^Turns/ }).getByRole('button', { name })

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })

export const showWhatItDoes = (page: Page): Locator => page.getByRole('button', { name: 'Show what it does' })

/** The diff that is shown before anything is written. */
export const teamFileDiff = (page: Page): Locator => page.getByRole('region', { name: 'Changes in team.yaml' })

export const writeButton = (page: Page): Locator => page.getByRole('button', { name: 'Write to team.yaml' })

/** Writes what the dialog shows, and waits until it has closed: before that no single key does anything. */
export async function writeIt(page: Page): Promise<void> {
  await writeButton(page).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Every line that stood in the file still stands in it, comments above all. */
export function expectNothingLost(before: string, after: string): void {
  const lines = new Set(after.split('\n'))
  expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([])
}

const viewKeys = { '12 weeks': '1', List: '2', Month: '3', Year: '4' } as const

/** Chooses a view by its key, and waits until it is the one. */
export async function showView(page: Page, name: keyof typeof viewKeys): Promise<void> {
  await page.keyboard.press(viewKeys[name])
  await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
}
