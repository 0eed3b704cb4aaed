import { shell } from '../desktop/shell.ts'

export const visitsTheDesktop = shell
