#!/usr/bin/env node
import process from 'node:process'
import { createProcessTerminal } from './process-terminal.ts'
import { runNightdesk } from './run-nightdesk.ts'

const terminal = createProcessTerminal()
terminal.endWith(await runNightdesk(process.argv.slice(2), terminal, Date.now()))
