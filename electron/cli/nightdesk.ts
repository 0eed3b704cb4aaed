#!/usr/bin/env node
import process from 'node:process'
import { runNightdesk } from './run-nightdesk.ts'

const terminal = {
  out: (text: string): void => void process.stdout.write(`${text}\n`),
  error: (text: string): void => void process.stderr.write(`${text}\n`),
}

process.exitCode = await runNightdesk(process.argv.slice(2), terminal, Date.now())
