import { behind } from './behind.ts'

export const reachesElectron = behind
