import type { ExpectedRunbook } from './expected-runbook.ts'

/** Samples in which code stands between bullets, alerts stand in groups, and questions are what is to be done. */
export const expectedListsAndQuestions: Readonly<Record<string, ExpectedRunbook>> = {
  'code-between-bullets.md': {
    title: 'Relay does not answer',
    titleFrom: 'heading',
    parts: ['debugging', 'mitigation'],
    general: [
      'Read what the relay wrote last',
      'Ask the cluster what it saw',
      'Check whether the host is hot.',
      'You can watch the waiting letters with',
      'In the console under "Senders" the top row',
      'The sender that relayctl top names',
      'Cause: The token ran out',
      '> Renew the token.',
      'Cause: Too many letters at once',
      '> Tweak the speed limit of the sender.',
      'If the host does not answer at all, a restart may be necessary.',
      'Move the spool to the larger disk.',
      'The old spool comes back by itself if the other host has a copy, you may need to copy it by hand.',
      'Ask the owner of the sender.',
    ],
    scenarios: {},
    commands: [
      'relayctl log --last 50',
      'kubectl get events -n relay',
      'sum(rate(relay_waiting_total{job="relay"}[5m]))',
    ],
  },
  'alerts-below-alerts.md': {
    title: 'Playbooks of the store',
    titleFrom: 'heading',
    parts: ['scenarios', 'scenarios', 'scenarios', 'scenarios', 'scenarios'],
    general: [],
    scenarios: {
      StoreWriterRestarts: [
        "First, check if one writer restarts or all of them. Even if it is one, it's best to run kubectl get pods -n store now and then.",
      ],
      StoreReachesItsLimit: ['Raise the limit for now', 'Add a writer'],
      StoreRingBroken: ['Look at the ring page, and forget the writer that is gone.', 'See what holds it'],
      StockWriterSlow: ['Restart the writer'],
      'StockReaderSlow | StockReaderStuck': ['Restart the reader'],
    },
    commands: ['kubectl get pods -n store', 'kubectl edit ring store -n store'],
  },
  'questions-to-ask.md': {
    title: 'The archive is too slow',
    titleFrom: 'heading',
    parts: [],
    general: [
      'Does the archive answer? Can you log in to it?',
      'Are all requests from one reader?',
      '> Look at the page of readers.',
      'What is asked for?',
      '> Look at the page of titles.',
      'See what the archive does',
      'Fetch the list of those that wait.',
      'If you have moved the shelves by hand check the log of the move.',
      'In case of repairs ensure to warn the readers.',
      'In other cases make sure that the shelves are closed.',
      'ask the owner whether the reader needs all of the titles',
    ],
    scenarios: {},
    commands: ['archive-console', 'kubectl get waiting -n archive'],
  },
}
