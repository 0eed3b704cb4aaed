/** "Step" in the languages that are known, in front of a number. */
const STEP_WORD =
  'step|phase|stage|schritt|[eé]tape|paso|passo|passaggio|fase|stap|krok|etap|шаг|этап|крок|етап|ad[ıi]m|手順|步骤|ステップ|단계'
const COUNTED_STEP = `(?:(?:${STEP_WORD})\\s*#?(?:\\d{1,2}(?:\\.\\d{1,2})*|[一二三四五六七八九十]{1,2})|第[一二三四五六七八九十\\d]{1,3}步|\\d{1,2}\\s?단계)(?![\\p{L}\\p{N}])`
const COUNTED = new RegExp(`^[^\\p{L}\\p{N}]*${COUNTED_STEP}`, 'iu')
/** "一、" and "（二）" count as "1." does. */
const CHINESE_NUMBER = /^[（(]?[一二三四五六七八九十]{1,3}[、.．）)]\s*/
const IN_FRONT = new RegExp(`^${COUNTED_STEP}\\s*(?:[.:：)、–—-]\\s*|\\s)`, 'iu')

/** Whether a heading is counted as a step: "Step 2", "Étape 2 : Basculer", "第二步", "2단계". */
export function isCountedStep(heading: string): boolean {
  return COUNTED.test(heading)
}

const ONLY_COUNTED = new RegExp(`^[^\\p{L}\\p{N}]*${COUNTED_STEP}\\W*$`, 'iu')

/** Whether a heading says nothing but which step it is: "Step 2". */
export function isOnlyCounted(heading: string): boolean {
  return ONLY_COUNTED.test(heading)
}

/** "Step 2: Restart the loader", "3. Drain the ring", "4.1 Close it" */
const NUMBERED = /^\W*\d{1,2}(?:\.\d{1,2})*\s*[.):\u2013\u2014-]?\s/u

/** Whether a heading has a number in front, or is counted as a step. */
export function isNumberedHeading(heading: string): boolean {
  return NUMBERED.test(heading) || isCountedStep(heading)
}

/** A heading without "Step 2:" in front, in any of the languages. */
export function withoutStepCount(heading: string): string {
  return heading.replace(IN_FRONT, '').replace(CHINESE_NUMBER, '')
}
