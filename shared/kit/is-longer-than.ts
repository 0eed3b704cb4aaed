/** What a line holds when nothing else is said: prose in the timeline. */
const CHARACTERS_IN_A_LINE = 44

/** How many lines one line of a text takes in a narrow column; an estimate, so that nothing needs measuring. */
export const linesTaken = (line: string, perLine = CHARACTERS_IN_A_LINE): number =>
  Math.max(1, Math.ceil(line.length / perLine))

/** Whether a text would take more than some lines in a narrow column, as `linesTaken` estimates. */
export const isLongerThan = (text: string, lines: number, perLine = CHARACTERS_IN_A_LINE): boolean =>
  text.split('\n').reduce((sum, line) => sum + linesTaken(line, perLine), 0) > lines
