import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { badPublication } from './demo-incidents/bad-publication.ts'
import { falseAlarm } from './demo-incidents/false-alarm.ts'
import { lateData } from './demo-incidents/late-data.ts'
import { record } from './demo-incidents/play.ts'

const root = join(import.meta.dirname, '..')
const toFolder = join(root, 'fixtures/incidents')
mkdirSync(toFolder, { recursive: true })
for (const scene of [lateData, badPublication, falseAlarm]) {
  await record(scene, join(root, 'fixtures/workspace'), toFolder)
  console.log(`made ${scene.name}`)
}
