import { decisiveWords } from '../runbook/decisive-words.ts'
import type { AlertWords } from '../runbook/match-runbook.ts'
import { differingLabels, labelWords } from './told-labels.ts'

/** What runbooks are asked about an alert of an incident: its own words, then, where its pipeline is not the incident's, as if it were of that one. */
export type AlertQuestion = { readonly name: string; readonly asks: readonly AlertWords[] }

/** One question for all alerts of a name that agree in what decides (R5), in their order: a storm of one rule asks no more than one of it. */
export function distinctQuestions(
  asked: readonly AlertQuestion[],
  decisive: ReadonlySet<string>,
): readonly AlertQuestion[] {
  const byWords = new Map<string, AlertQuestion>()
  for (const question of asked) {
    const asks = question.asks.map((words) => decisiveWords(words, decisive))
    const key = JSON.stringify([question.name, asks])
    if (!byWords.has(key)) byWords.set(key, { name: question.name, asks })
  }
  return [...byWords.values()]
}

/** The answers to questions about alerts, each under the alert's name; those of one name that differ say in what their alerts do. */
export function answersByAlert<Answer>(
  answers: readonly { readonly question: AlertQuestion; readonly list: readonly Answer[] }[],
): readonly { readonly alert: string; readonly list: readonly Answer[] }[] {
  const told = new Set<string>()
  return answers.flatMap(({ question, list }) => {
    const like = answers.filter((each) => each.question.name === question.name)
    const labels = new Set(like.map((each) => JSON.stringify(each.list))).size === 1 ? [] : labelsApart(question, like)
    const alert = [question.name, ...labels].join(', ')
    if (told.has(alert + JSON.stringify(list))) return []
    told.add(alert + JSON.stringify(list))
    return [{ alert, list }]
  })
}

const ownWords = ({ asks }: AlertQuestion): Pick<AlertWords, 'labels'> => ({ labels: asks[0]?.labels ?? {} })

function labelsApart(
  question: AlertQuestion,
  like: readonly { readonly question: AlertQuestion }[],
): readonly string[] {
  const { labels } = ownWords(question)
  return [...differingLabels(like.map((each) => ownWords(each.question)))].flatMap((name) =>
    Object.hasOwn(labels, name) ? [labelWords({ name, value: labels[name] ?? '' })] : [],
  )
}
