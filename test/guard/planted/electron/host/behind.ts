import { app } from 'electron'

export const behind = app
