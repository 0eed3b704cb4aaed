/** A library that Nightdesk is made with, and the terms it comes under (SPDX). */
export type Licence = { readonly name: string; readonly terms: string }

/** Everything that ships in the program. A test compares this list with what is installed. */
export const licences: readonly Licence[] = [
  { name: '@fontsource-variable/inter', terms: 'OFL-1.1' },
  { name: '@fontsource-variable/jetbrains-mono', terms: 'OFL-1.1' },
  { name: '@mantine/core', terms: 'MIT' },
  { name: '@mantine/hooks', terms: 'MIT' },
  { name: '@mantine/spotlight', terms: 'MIT' },
  { name: '@tabler/icons-react', terms: 'MIT' },
  { name: 'chokidar', terms: 'MIT' },
  { name: 'commander', terms: 'MIT' },
  { name: 'conf', terms: 'MIT' },
  { name: 'date-holidays', terms: '(ISC AND CC-BY-3.0)' },
  { name: 'diff', terms: 'BSD-3-Clause' },
  { name: 'dompurify', terms: '(MPL-2.0 OR Apache-2.0)' },
  { name: 'electron-store', terms: 'MIT' },
  { name: 'markdown-it', terms: 'MIT' },
  { name: 'minisearch', terms: 'MIT' },
  { name: 'react', terms: 'MIT' },
  { name: 'react-dom', terms: 'MIT' },
  { name: 'react-virtuoso', terms: 'MIT' },
  { name: 'smol-toml', terms: 'BSD-3-Clause' },
  { name: 'temporal-polyfill', terms: 'MIT' },
  { name: 'ulid', terms: 'MIT' },
  { name: 'xstate', terms: 'MIT' },
  { name: 'yaml', terms: 'ISC' },
  { name: 'zod', terms: 'MIT' },
  { name: 'zustand', terms: 'MIT' },
]
