// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { renewBlocks } from '../../../renderer/ui/renew-blocks.ts'

const block = (line: number, words: string): string => `<p data-line="${line}">${words}</p>\n`
const fold = (title: string, words: string, open = ''): string =>
  `<details${open}><summary>${title}</summary>${words}</details>\n`

/** A box that shows `before`, then `after`; the elements of both, in order. */
function renewed(before: string, after: string, meanwhile: (box: HTMLElement) => void = () => undefined) {
  const box = document.createElement('div')
  box.innerHTML = before
  meanwhile(box)
  const old = [...box.children]
  renewBlocks(box, before, after)
  return { box, old, now: [...box.children] }
}

describe('a rendered text that changes', () => {
  it('keeps the elements around the change, with their new lines', () => {
    const { box, old, now } = renewed(
      block(1, 'one') + block(3, 'two') + block(5, 'three'),
      block(1, 'one') + block(3, 'TWO') + block(4, 'more') + block(7, 'three'),
    )
    expect(now.map((each) => each.outerHTML)).toEqual(
      [block(1, 'one'), block(3, 'TWO'), block(4, 'more'), block(7, 'three')].map((each) => each.trim()),
    )
    expect(now.map((each) => old.indexOf(each))).toEqual([0, -1, -1, 2])
    expect(box.textContent).toBe('one\nTWO\nmore\nthree\n')
  })

  it('shows nothing but the new text, whatever it was', () => {
    const texts = [
      '',
      block(1, 'a'),
      block(1, 'a').repeat(3),
      `plain${block(2, 'b')}${block(3, 'a')}`,
      block(1, 'b').repeat(2),
    ]
    for (const before of texts) for (const after of texts) expect(renewed(before, after).box.innerHTML).toBe(after)
  })

  it('takes words that look like a line for words', () => {
    const { now } = renewed('<p>x data-line="3"</p>', '<p>x data-line="4"</p>')
    expect(now.map((each) => each.textContent)).toEqual(['x data-line="4"'])
  })

  it('leaves what was put into a block that stays, and renders anew where blocks were put beside it', () => {
    const put = (box: HTMLElement): void => box.querySelector('p')?.append(document.createElement('button'))
    expect(
      renewed(block(1, 'a') + block(2, 'b'), block(1, 'a') + block(2, 'c'), put).box.querySelectorAll('button'),
    ).toHaveLength(1)
    const beside = (box: HTMLElement): void => box.append(document.createElement('hr'))
    expect(renewed(block(1, 'a'), block(1, 'a') + block(2, 'c'), beside).box.innerHTML).toBe(
      block(1, 'a') + block(2, 'c'),
    )
  })

  it('keeps folds of a block that changed as the reader left them, by their titles', () => {
    const open = (box: HTMLElement): void => {
      const [first, second, third] = box.querySelectorAll('details')
      if (first && second && third) [first.open, second.open, third.open] = [true, false, true]
    }
    const { box } = renewed(
      fold('Why', 'a') + fold('How', 'b', ' open=""') + fold('Why', 'c'),
      fold('New', 'n') + fold('Why', 'A') + fold('How', 'B', ' open=""') + fold('Why', 'C'),
      open,
    )
    expect([...box.querySelectorAll('details')].map((each) => each.open)).toEqual([false, true, false, true])
  })
})
