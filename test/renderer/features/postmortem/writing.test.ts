import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWriting, partOf, type Writing } from '../../../../renderer/features/postmortem/writing.ts'

type Answer = {
  readonly section: string
  readonly text: string
  readonly answer: (problem: string | null) => Promise<void>
}

/** A writing over a disk that answers when the test says so, and timers that run when the test says so. */
function open(left: Readonly<Record<string, string>> = {}, writtenOver: string | null = null) {
  const storage = new Map(Object.entries(left))
  const kept: Record<string, string | null> = { summary: writtenOver }
  const asked: Answer[] = []
  const timers = new Set<() => void>()
  const writing: Writing = createWriting(['summary', 'impact'], {
    save: (section, text) =>
      new Promise((resolve) => {
        const answer = async (problem: string | null): Promise<void> => {
          resolve(problem)
          await Promise.resolve().then(() => Promise.resolve())
        }
        asked.push({ section, text, answer })
      }),
    keep: (section, text, over) => {
      kept[section] = over
      if (text === '') storage.delete(section)
      else storage.set(section, text)
    },
    kept: (section) => ({ text: storage.get(section) ?? '', over: kept[section] ?? null }),
    later: (run) => {
      timers.add(run)
      return () => timers.delete(run)
    },
  })
  const pause = (): void => {
    for (const run of [...timers]) {
      timers.delete(run)
      run()
    }
  }
  const part = (section = 'summary') => partOf(writing.getState(), section)
  return { writing, storage, kept, asked, pause, part, waiting: timers }
}

describe('writing a postmortem', () => {
  it('P1.1 a keystroke is kept at once and saved after a pause', async () => {
    const { writing, storage, asked, pause, part } = open()
    writing.type('summary', 'It was lat')
    writing.type('summary', 'It was late')
    expect(storage.get('summary')).toBe('It was late')
    expect(asked).toEqual([])
    pause()
    expect(asked.map(({ text }) => text)).toEqual(['It was late'])
    expect(part().state).toBe('saving')
    await asked[0]?.answer(null)
    expect(part()).toMatchObject({ typed: 'It was late', state: 'saved' })
    expect(storage.has('summary')).toBe(false)
  })

  it('P1.1 words typed while a save is under way are saved after it, never lost and never overtaken', async () => {
    const { writing, asked, pause, part } = open()
    writing.type('summary', 'one')
    pause()
    writing.type('summary', 'one two')
    pause()
    expect(asked).toHaveLength(1)
    await asked[0]?.answer(null)
    expect(asked.map(({ text }) => text)).toEqual(['one', 'one two'])
    await asked[1]?.answer(null)
    expect(part().state).toBe('saved')
  })

  it('P1.1 a failed save keeps the words, says why, and can be done again', async () => {
    const { writing, storage, asked, pause, part } = open()
    writing.type('impact', 'Money')
    pause()
    await asked[0]?.answer('The disk is full.')
    expect(part('impact')).toMatchObject({ typed: 'Money', state: 'failed', problem: 'The disk is full.' })
    expect(storage.get('impact')).toBe('Money')
    void writing.flush('impact')
    await asked[1]?.answer(null)
    expect(part('impact')).toMatchObject({ state: 'saved', problem: null })
  })

  it('P1.1 what an earlier window left is there again and is saved', async () => {
    const { writing, asked, pause, part } = open({ summary: 'left behind' }, 'Late')
    expect(part()).toMatchObject({ typed: 'left behind' })
    writing.settle('summary', 'Late')
    pause()
    expect(asked.map(({ text }) => text)).toEqual(['left behind'])
  })

  it.each([
    ['newer words', 'Late'],
    ['words of which nobody noted what they were written over', null],
  ])('P1.1 what an earlier window left is not saved over %s unasked', async (_what, over) => {
    const { writing, storage, asked, pause, part } = open({ summary: 'left behind' }, over)
    void writing.flushAll()
    writing.settle('summary', 'Newer words, written at another desk since')
    pause()
    void writing.flush('summary')
    void writing.flushAll()
    writing.type('summary', 'left behind, and more')
    pause()
    expect(asked).toEqual([])
    expect(part()).toMatchObject({ typed: 'left behind, and more', state: 'differs' })
    expect(storage.get('summary')).toBe('left behind, and more')
    void writing.saveLeft('summary')
    expect(asked.map(({ text }) => text)).toEqual(['left behind, and more'])
  })

  it('P1.1 what an earlier window left can be given up for what the log has since', () => {
    const { writing, storage, part } = open({ summary: 'left behind' }, 'Late')
    writing.settle('summary', 'Newer')
    writing.dropLeft('summary')
    expect(part()).toMatchObject({ typed: null, putAway: 'left behind' })
    expect(storage.size).toBe(0)
  })

  it('P1.1 what an earlier window left and saved after all is let go', () => {
    const { writing, storage, asked, part } = open({ summary: 'left behind' }, '')
    writing.settle('summary', 'left behind')
    expect([part().typed, storage.size, asked]).toEqual([null, 0, []])
  })

  it('P1.1 keeps what words are written over, which their own save becomes', async () => {
    const { writing, kept, asked, pause } = open()
    writing.settle('summary', 'Late')
    writing.type('summary', 'Later')
    expect(kept.summary).toBe('Late')
    pause()
    await asked[0]?.answer(null)
    writing.type('summary', 'Latest')
    expect(kept.summary).toBe('Later')
  })

  it('P1.1 an emptied part is not saved while somebody still types in it', async () => {
    const { writing, asked, pause } = open()
    writing.type('summary', 'x')
    writing.type('summary', '')
    pause()
    expect(asked).toEqual([])
    void writing.flush('summary')
    expect(asked.map(({ text }) => text)).toEqual([''])
  })

  it('P1.1 the draft comes back on request, and so do the words it put away', async () => {
    const { writing, asked, part } = open()
    void writing.takeDraft('summary', 'my words')
    await asked[0]?.answer(null)
    writing.settle('summary', null)
    expect(part()).toMatchObject({ typed: null, putAway: 'my words' })
    writing.type('summary', 'my words')
    expect(part()).toMatchObject({ typed: 'my words', putAway: null })
  })

  it('P1.1 typed words are let go only when the log says the same', async () => {
    const { writing, asked, part } = open()
    writing.type('summary', 'new')
    void writing.flush('summary')
    writing.settle('summary', 'new')
    expect(part().typed).toBe('new')
    await asked[0]?.answer(null)
    writing.settle('summary', 'old')
    expect(part().typed).toBe('new')
    writing.settle('summary', 'new')
    expect(part().typed).toBe(null)
  })

  it('P1.1 flushAll says whether all of it is durable', async () => {
    const { writing, asked } = open()
    writing.type('summary', 'a')
    writing.type('impact', 'b')
    const all = writing.flushAll()
    await asked[0]?.answer(null)
    await asked[1]?.answer('No.')
    expect(await all).toBe(false)
    const again = writing.flushAll()
    await asked[2]?.answer(null)
    expect(await again).toBe(true)
  })

  it('P1.1 whatever the order of typing, pauses and answers, the last words end up saved', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.constantFrom({ do: 'pause' as const }, { do: 'good' as const }, { do: 'bad' as const }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { writing, asked, pause, part, storage } = open()
        const saved: string[] = []
        let answered = 0
        const answer = async (problem: string | null): Promise<void> => {
          const next = asked[answered]
          if (next === undefined) return
          answered += 1
          if (problem === null) saved.push(next.text)
          await next.answer(problem)
        }
        for (const each of steps) {
          if (each.do === 'type') writing.type('summary', `w${each.text}`)
          else if (each.do === 'pause') pause()
          else await answer(each.do === 'good' ? null : 'no')
        }
        const { typed } = part()
        void writing.flushAll()
        while (answered < asked.length) await answer(null)
        void writing.flushAll()
        while (answered < asked.length) await answer(null)
        if (typed !== null) expect(saved.at(-1)).toBe(typed)
        expect(storage.size).toBe(0)
      }),
    )
  })
})
