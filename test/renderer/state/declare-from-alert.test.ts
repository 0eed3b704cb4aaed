import { expect, it } from 'vitest'
import { declareFromAlert } from '../../../renderer/state/declare-from-alert.ts'
import type { AlertRow } from '../../../shared/alerts/alert-row.ts'
import { createGivenDesk } from '../../support/given-desk.ts'

const row: AlertRow = {
  id: 'generic/one',
  episode: '2026-11-24T12:50:00.000Z',
  source: 'generic',
  fingerprint: 'one',
  status: 'firing',
  name: 'Checkout errors',
  summary: 'Checkout errors',
  severity: null,
  severityWord: null,
  pipeline: null,
  labels: {},
  annotations: {},
  runbookUrl: null,
  link: null,
  since: '2026-11-24T12:50:00.000Z',
  firstAt: '2026-11-24T12:50:00.000Z',
  lastAt: '2026-11-24T12:50:00.000Z',
  resolvedAt: null,
  reports: 1,
  times: 1,
  acknowledged: false,
  dismissed: false,
  incident: null,
  before: null,
}

const titleOf = (change: Partial<AlertRow>): string | undefined => {
  const { store } = createGivenDesk({ now: '2026-11-24T13:00:00.000Z' })
  declareFromAlert(store, { ...row, ...change })
  return store.getState().drafts['declare.title']
}

const rest = 'See https://grafana.example/d/checkout for the graphs, and ask payments whether a provider is away.'

it('A30 a description that stands for the summary gives its first sentence to the title', () => {
  expect(titleOf({ summary: `Four in a hundred payments fail. ${rest}` })).toBe(
    'Checkout errors: Four in a hundred payments fail.',
  )
  expect(titleOf({ name: 'CheckoutErrors', summary: `Four in a hundred payments fail. ${rest}` })).toBe(
    'Four in a hundred payments fail.',
  )
})

it('A30 a sentence too long for a title is left to the description, or is cut where one sees it', () => {
  const long = 'Four in a hundred payments fail '.repeat(8).trim()
  expect(titleOf({ summary: long })).toBe('Checkout errors')
  expect(titleOf({ name: 'CheckoutErrors', summary: long })).toMatch(/^Four in .*…$/)
})

it('A30 a short summary stays whole', () => {
  expect(titleOf({ summary: 'Payments fail. All of them.' })).toBe('Checkout errors: Payments fail. All of them.')
})
