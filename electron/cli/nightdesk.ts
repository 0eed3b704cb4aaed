#!/usr/bin/env node
import process from 'node:process'
import { folderOfNpmRun } from './npm-run.ts'
import { runWithSettings } from './reading/run-with-settings.ts'

/** The commands that read many runbooks and nothing from the keyboard. */
const READING = ['check', 'inspect']

const typedIn = folderOfNpmRun(process.env)
if (typedIn !== undefined) process.chdir(typedIn)
const words = process.argv.slice(2)
const code = READING.includes(words[0] ?? '') ? await runWithSettings() : undefined
if (code === undefined) {
  const [{ createProcessTerminal }, { runNightdesk }] = await Promise.all([
    import('./process-terminal.ts'),
    import('./run-nightdesk.ts'),
  ])
  const terminal = createProcessTerminal()
  terminal.endWith(await runNightdesk(words, terminal, Date.now()))
} else process.exitCode = code
