import { describe, expect, it } from 'vitest'
import { documentsBegun, documentsCalled } from '../../../shared/library/named-documents.ts'

const stuck = {
  title: 'Payouts stuck in the outbox',
  alertnames: ['PayoutStuck'],
  path: 'runbooks/payments/payout-stuck.md',
}
const lag = { title: 'Réplica lag', alertnames: [], path: 'runbooks/a/lag.md' }
const otherLag = { title: 'Kafka lag', alertnames: [], path: 'runbooks/b/lag.md' }
const all = [stuck, lag, otherLag]

describe('the document that is what was typed', () => {
  it.each([
    'runbooks/payments/payout-stuck.md',
    '/home/me/git/books/runbooks/payments/payout-stuck.md:12',
    'payout-stuck.md',
    'payout-stuck',
    'runbooks/payments/payout-stuck',
    'payoutstuck',
    'payouts stuck in the outbox',
  ])('L29.1 L31 %s', (typed) => {
    expect(documentsCalled(all, typed)).toEqual([stuck])
  })

  it('L29.1 is one of several where these share the name, and none where nothing is called so', () => {
    expect(documentsCalled(all, 'lag.md')).toEqual([lag, otherLag])
    expect(documentsCalled(all, 'b/lag.md')).toEqual([otherLag])
    expect(documentsCalled(all, 'replica LAG')).toEqual([lag])
    for (const typed of ['', ' ', '...', 'payouts stuck', 'nothing.md']) expect(documentsCalled(all, typed)).toEqual([])
  })

  it('is told by the beginning of its title', () => {
    expect(documentsBegun(all, ' payouts s')).toEqual([stuck])
    expect(documentsBegun(all, 'pa')).toEqual([])
  })
})
