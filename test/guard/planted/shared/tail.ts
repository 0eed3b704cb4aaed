import { chases } from './chases.ts'

export const tail = (): unknown => chases
