/** What a line holds when nothing else is said: prose in the timeline. */
const CHARACTERS_IN_A_LINE = 44

/** Whether a text would take more than some lines in a narrow column; an estimate, so that nothing needs measuring. */
export const isLongerThan = (text: string, lines: number, perLine = CHARACTERS_IN_A_LINE): boolean =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0) > lines
