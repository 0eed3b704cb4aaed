/** A kind of secret and what it looks like; quantities are bounded so that no text is slow to scan. */
export type SecretShape = {
  readonly name: string
  /** With a group `value` where only a part of what it finds is the secret. */
  readonly shape: RegExp
  /** What every text with one has and most others have not, where the shape itself takes long to look for. */
  readonly sign?: { readonly test: (text: string) => boolean }
  /** Whether what stands there is one; everything is when left out. */
  readonly accepts?: (value: string) => boolean
}

const beginnings = [
  'dckr_pat_[\\w-]{20,60}',
  'dop_v1_[a-f\\d]{32,64}',
  'figd_[\\w-]{30,60}',
  'gl(?:pat|dt|rt|ptt|cbt|soat)-[\\w.-]{16,300}',
  'glsa_\\w{20,80}',
  'GOCSPX-[\\w-]{20,60}',
  'gsk_[A-Za-z\\d]{40,80}',
  'hf_[A-Za-z\\d]{30,60}',
  'hv[bsr]\\.[\\w-]{20,300}',
  'lin_api_[A-Za-z\\d]{30,60}',
  'npm_[A-Za-z\\d]{36}',
  'NRAK-[A-Z\\d]{20,40}',
  'PMAK-[A-Za-z\\d-]{20,80}',
  'pul-[a-f\\d]{40}',
  'pypi-[\\w-]{50,300}',
  'rubygems_[a-f\\d]{40,60}',
  'SG\\.[\\w-]{16,40}(?:\\.[\\w-]{8,80})?',
  'shp(?:at|ca|pa|ss)_[a-fA-F\\d]{20,60}',
  'sk-(?:ant-|proj-|svcacct-|or-v1-)?[\\w-]{20,300}',
  '(?:[sr]k|pk)_live_[A-Za-z\\d]{16,200}',
  'sntrys_[\\w=+/-]{40,300}',
  'sq0(?:atp|csp)-[\\w-]{20,60}',
  'tskey-[\\w-]{20,80}',
  'whsec_[\\w+/=]{20,80}',
  'xkeysib-[\\w-]{40,120}',
  'ya29\\.[\\w-]{20,300}',
  'ATATT3[\\w=+/-]{40,300}',
  'dapi[a-f\\d]{32}',
]

/** Tokens that show by their own first letters, whose service made them so to be found. */
export const tokenShapes: readonly SecretShape[] = [
  { name: 'a Slack token', shape: /\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{8,200}/g },
  { name: 'an AWS access key', shape: /\b(?:AKIA|ASIA)[0-9A-Z]{12,20}\b/g },
  { name: 'a GitHub token', shape: /\b(?:gh[opsur]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255})/g },
  { name: 'a Google API key', shape: /\bAIza[0-9A-Za-z_-]{30,45}/g },
  { name: 'a Telegram bot token', sign: /:AA/, shape: /(?<!\d)\d{8,10}:AA[\w-]{30,35}(?![\w-])/g },
  { name: 'an age key', shape: /\bAGE-SECRET-KEY-1[A-Z\d]{50,60}\b/g },
  {
    name: 'a token',
    shape: new RegExp(`(?<![A-Za-z\\d_-])(?:${beginnings.join('|')})`, 'g'),
    accepts: (value) => /\d/.test(value),
  },
]
