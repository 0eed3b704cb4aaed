import { tail } from './tail.ts'

export const chases = (): unknown => tail
