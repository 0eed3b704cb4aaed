import type { ExpectedRunbook } from './expected-runbook.ts'

/** Samples in which much stands beside the steps that is none: output, settings, notes, targets, tables of severities. */
export const expectedThingsBesideSteps: Readonly<Record<string, ExpectedRunbook>> = {
  'output-beside-commands.md': {
    title: 'Ledger writer stalls',
    titleFrom: 'heading',
    parts: ['debugging', 'mitigation'],
    general: [
      'You can see who holds the lock by running',
      'Look for lines about a stale holder.',
      'Log on to the store and ask it what it waits for',
      'Release the lock',
      'Under writer add',
      'Tell the others',
    ],
    scenarios: {},
    commands: [
      'lockctl holders --segment 41',
      'ledger-cli -h 10.0.0.9',
      'auth <password>',
      'waits',
      'lockctl release --segment 41',
    ],
  },
  'labels-in-bold.md': {
    title: 'Mail queue',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios'],
    general: [],
    scenarios: {
      'Queue grows': [
        'Is the sender running? Look at its pod.',
        'Is the relay reachable? From the sender run relayctl ping.',
        'Sender is down → follow Sender hangs.',
        'One customer sends too much → slow it down.',
        'mail_waiting falls.',
      ],
      'Sender hangs': [
        'The last line of the log',
        'Locks in the database',
        'Re-start the sender. It picks up where it stopped.',
      ],
    },
    commands: ['relayctl ping'],
  },
  'fixes-in-tables.md': {
    title: 'Search is slow',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios'],
    general: [],
    scenarios: {
      'Index is not refreshed': [
        'Check the age of the index',
        'Feeder is down: Start the feeder, then check again',
        'Disk is full: Delete old segments',
      ],
      'Answers are missing': ['Q-1: Compare the copies with indexctl twins --all', 'Q-2: Ask the owner of the feed'],
    },
    commands: ['indexctl age', 'indexctl twins --all'],
  },
  'named-but-not-to-run.md': {
    title: 'Parcel labels are late',
    titleFrom: 'heading',
    parts: ['debugging', 'mitigation'],
    general: [
      'You can also look at the queue yourself',
      'Compare the release with the one before: the labels often stop after a git push to the layout.',
      'Print the waiting labels again with kubectl exec labels -- reprint --waiting. The rules for it are in scripts/reprint-rules.ts.',
      'When you find labels of yesterday among them, send them to the archive.',
      'Old drafts',
    ],
    scenarios: {},
    commands: ['labelctl queue --age', 'kubectl exec labels -- reprint --waiting', 'labelctl drafts drop --old'],
  },
  'lists-of-other-things.md': {
    title: 'Restore the archive',
    titleFrom: 'heading',
    parts: ['sla', 'mitigation', 'mitigation', 'mitigation'],
    general: [
      'Stop the writer',
      'Copy the archive back',
      'Start the writer. Note that it may take a minute to answer.',
      'The writer answers',
      'Reports are complete',
      'The number of rows is that of yesterday.',
      'The report of the morning is there.',
    ],
    scenarios: {},
    commands: [],
  },
}
