import { FenceReader } from './fences.ts'

/** Front matter that only the site builder of the Elastic documentation reads. */
const IS_OF_ELASTIC = /^(?:mapped_pages|applies_to)\s*:/m
const KEY = /\{\{([a-z][a-z\d-]{0,30})\}\}/g
const CODE_SPAN = /(`{1,3}[^`\n]{1,500}`{1,3})/

/** What that builder writes for a key, of those that runbooks name most. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['agent', 'Elastic Agent'],
  ['anomaly-job', 'anomaly detection job'],
  ['anomaly-jobs', 'anomaly detection jobs'],
  ['beats', 'Beats'],
  ['ccr', 'cross-cluster replication'],
  ['ccs', 'cross-cluster search'],
  ['data-source', 'data view'],
  ['data-sources', 'data views'],
  ['dfeed', 'datafeed'],
  ['dfeeds', 'datafeeds'],
  ['ece', 'Elastic Cloud Enterprise'],
  ['ech', 'Elastic Cloud Hosted'],
  ['eck', 'Elastic Cloud on Kubernetes'],
  ['ecloud', 'Elastic Cloud'],
  ['es', 'Elasticsearch'],
  ['es-serverless', 'Elasticsearch Serverless'],
  ['filebeat', 'Filebeat'],
  ['fleet', 'Fleet'],
  ['fleet-server', 'Fleet Server'],
  ['ilm', 'index lifecycle management'],
  ['ilm-init', 'ILM'],
  ['kib', 'Kibana'],
  ['ls', 'Logstash'],
  ['metricbeat', 'Metricbeat'],
  ['ml', 'machine learning'],
  ['serverless-full', 'Elastic Cloud Serverless'],
  ['serverless-short', 'Serverless'],
  ['slm', 'snapshot lifecycle management'],
  ['slm-init', 'SLM'],
  ['stack', 'Elastic Stack'],
])

/** The lines with the words that stand for a key, "{{kib}}", where the front matter tells whose keys they are (R4). Code, and a key not known here, stay as they are. */
export function withWordsForKeys(lines: readonly string[], frontMatter: string): readonly string[] {
  if (!IS_OF_ELASTIC.test(frontMatter)) return lines
  const fences = new FenceReader()
  return lines.map((line) => (fences.read(line) === 'outside' && line.includes('{{') ? inWords(line) : line))
}

const inWords = (line: string): string =>
  line
    .split(CODE_SPAN)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(KEY, (found, key: string) => WORDS.get(key) ?? found)))
    .join('')
