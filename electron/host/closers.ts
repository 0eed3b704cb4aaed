import { reasonOf } from '../../shared/kit/reason-of.ts'

/** What is to be closed, in the opposite order of opening. */
export type Closers = {
  readonly add: (close: () => void | Promise<void>) => void
  /** The same for what may take its time: it is closed after all that is added. */
  readonly addSlow: (close: () => Promise<void>) => void
  /** Closes all, once; one that fails is logged and keeps no other from being closed. */
  readonly close: () => Promise<void>
}

/** Starts with nothing to close. */
export function createClosers(log: (line: string) => void): Closers {
  const open: (() => void | Promise<void>)[] = []
  return {
    add: (close) => void open.push(close),
    addSlow: (close) => void open.unshift(close),
    close: async () => {
      for (let close = open.pop(); close !== undefined; close = open.pop()) {
        try {
          await close()
        } catch (error) {
          log(`Something was not closed well: ${reasonOf(error)}`)
        }
      }
    },
  }
}
