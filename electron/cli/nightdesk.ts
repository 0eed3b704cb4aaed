#!/usr/bin/env node
import process from 'node:process'
import { folderOfNpmRun } from './npm-run.ts'
import { createProcessTerminal } from './process-terminal.ts'
import { runNightdesk } from './run-nightdesk.ts'

const typedIn = folderOfNpmRun(process.env)
if (typedIn !== undefined) process.chdir(typedIn)
const terminal = createProcessTerminal()
terminal.endWith(await runNightdesk(process.argv.slice(2), terminal, Date.now()))
