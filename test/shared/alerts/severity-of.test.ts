import { expect, it } from 'vitest'
import { severityOf } from '../../../shared/alerts/severity-of.ts'

it('A10 maps the words that are known, and guesses no other', () => {
  expect(['critical', 'FATAL', ' disaster '].map(severityOf)).toEqual([2, 2, 2])
  expect(['error', 'high', 'warning'].map(severityOf)).toEqual([3, 3, 3])
  expect(['P1', 'p5', 'SEV-1', 'sev3', 'S4'].map(severityOf)).toEqual([1, 5, 1, 3, 4])
  expect(['', 'none', 'toString', 'P9', 'severe', null, undefined].map(severityOf)).toEqual(Array(7).fill(null))
})
