const WRONG = '(?:bad|wrong|incorrect|buggy)'
const WAY = '(?: (?:way|example|practice|approach|pattern|code|version|command|query|usage)s?)?'
const LABEL = `(?:${WRONG}${WAY}|(?:broken|faulty|vulnerable) (?:code|version|pattern|example)s?|anti-?patterns?|before(?= \\((?:${WRONG}|broken)\\)))`
const IS_A_LABEL = new RegExp(`^\\W*${LABEL}\\W*(?:\\([^()]*\\)\\W*)?$`, 'iu')
const OPENS_WITH_A_LABEL = new RegExp(`^\\W*${LABEL}\\s*(?:[:\uFF1A(\u2013\u2014]|- )`, 'iu')

/** Whether words are nothing but a label of how not to do it, with what is wrong in brackets: "Bad:", "Buggy pattern (loses rows)". */
export const labelsTheWrongWay = (words: string): boolean => IS_A_LABEL.test(words)

/** The same of a remark, which may go on: "WRONG: reads the old file", "BEFORE (BUGGY)". */
export const remarksOnTheWrongWay = (remark: string): boolean =>
  IS_A_LABEL.test(remark) || OPENS_WITH_A_LABEL.test(remark)

/** Whether a remark says that the right way stands below: "CORRECT (takes the new file)", "AFTER (FIXED)", "Instead:". */
export const remarksOnTheRightWay = (remark: string): boolean => IS_THE_RIGHT_WAY.test(remark)
const IS_THE_RIGHT_WAY =
  /\b(?:instead|right|good|safe|allowed)\b|^\W*(?:(?:better|correct|fixed)\b|after \((?:fixed|correct)\))/i
