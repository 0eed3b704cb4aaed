import type { ExpectedRunbook } from './expected-runbook.ts'

/** What a careful person would make of texts typed in a hurry, in another language, or in an order of their own. */
export const expectedHandTyped: Readonly<Record<string, ExpectedRunbook>> = {
  'en-espanol.md': {
    title: 'Cola de facturas detenida',
    titleFrom: 'heading',
    parts: [],
    general: [
      'Parar el proceso con systemctl stop facturas.',
      'Confirmar que no queda ninguno en marcha.',
      'Revisar la cola de mensajes y quitar los trabajos atascados.',
      'Avisar al equipo de cobros antes de las nueve.',
    ],
    scenarios: {},
    commands: ['systemctl stop facturas'],
  },
  'grouped-issues.md': {
    title: 'When the catalogue misbehaves',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios'],
    general: [],
    scenarios: {
      'Load ends with "access denied"': ["Compare the key's number with the vault's", 'Restart the loader'],
      'New products cannot be found': ['Show the age of the index', 'Build it again'],
    },
    commands: ['searchctl index age catalogue', 'searchctl index build catalogue'],
  },
  'labels-in-front.md': {
    title: 'LoaderWaits',
    titleFrom: 'heading',
    parts: ['meaning', 'debugging', 'mitigation'],
    general: [
      'Age of the oldest job',
      'nslookup warehouse-0',
      "SQL: SELECT count(*) FROM jobs WHERE state = 'waiting';",
      'Restart the loader, then raise its memory',
    ],
    scenarios: {},
    commands: ['nslookup warehouse-0', "SELECT count(*) FROM jobs WHERE state = 'waiting';"],
  },
  'moving-to-the-other-region.md': {
    title: 'Moving the reports to the other region',
    titleFrom: 'heading',
    parts: ['mitigation'],
    general: [
      'Verify that the first region is really gone',
      'Check how old the copies over there are',
      'Point the name to the other region',
      'Start the report server there',
      'Copy what was written meanwhile',
      'Point the name back',
    ],
    scenarios: {},
    commands: [],
  },
  'orders-line-by-line.md': {
    title: 'Orders line by line',
    titleFrom: 'file name',
    parts: ['meaning'],
    general: [
      'Open the list of copies',
      'Look into the log for: Copies that ended Copies with remarks',
      'Note the time of the last good copy',
      'Find copies that failed twice',
      'Verify that new tables are among them',
    ],
    scenarios: {},
    commands: [],
  },
  'numbered-series.md': {
    title: 'When the forecast vault is sealed',
    titleFrom: 'heading',
    parts: ['meaning', 'mitigation'],
    general: [
      'Phone two of the key holders',
      'Wait for both keys',
      'Run vault operator unseal <first key>',
      'Tell the readers',
      'Clean up the tokens',
    ],
    scenarios: {},
    commands: ['vault operator unseal <first key>', 'vault token revoke -mode orphan <token>'],
  },
  'messages-of-the-watcher.md': {
    title: 'What the watcher writes',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios'],
    general: [],
    scenarios: {
      'Pool Switched Alert': ['Look at the log of the first pool', 'Confirm that the second one is well'],
      'Slow Answers Alert': ['Find the slowest report', 'Stop it'],
    },
    commands: [],
  },
}
