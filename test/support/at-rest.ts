import type { Page } from '@playwright/test'

const CALM_FRAMES = 30
/** Two frames of a screen that shows sixty a second; a longer one means that something was worked on. */
const CALM_FRAME_MS = 34
/** A machine that does other things as well never rests. */
const PATIENCE_MS = 10_000

/** Waits until a window has nothing left to do: half a second of frames one after the other, none of them late. */
export const untilAtRest = (page: Page): Promise<void> =>
  page.evaluate(
    async ([frames = 0, longestMs = 0, patienceMs = 0]) => {
      const frame = (): Promise<number> => new Promise(requestAnimationFrame)
      const startedMs = await frame()
      let before = startedMs
      for (let calm = 0; calm < frames && before - startedMs < patienceMs; ) {
        const now = await frame()
        calm = now - before <= longestMs ? calm + 1 : 0
        before = now
      }
    },
    [CALM_FRAMES, CALM_FRAME_MS, PATIENCE_MS],
  )
