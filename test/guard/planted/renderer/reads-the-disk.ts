import { readFileSync } from 'node:fs'

export const readsTheDisk = readFileSync
