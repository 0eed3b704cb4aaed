import { one } from '../one/one.ts'

export const borrows = one
