import { dateInWords } from '../schedule/wall-clock.ts'

/** `20 Nov 2026` of a UTC ISO string. */
export const dayInWords = (iso: string): string => dateInWords(iso.slice(0, 10))

/** `20 Nov 2026, 12:00 UTC` of a UTC ISO string: the same wherever the copy is made and read. */
export const instantInWords = (iso: string): string => `${dayInWords(iso)}, ${iso.slice(11, 16)} UTC`
