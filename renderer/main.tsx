import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './ui/tokens.css'
import './ui/paper.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '../shared/contract/client.ts'
import { App } from './app.tsx'
import { pickWire } from './bridge/pick-wire.ts'
import { createDeskStore } from './state/desk-store.ts'
import { createKeptText } from './state/kept-text.ts'

const wire = pickWire(window)
const store = createDeskStore({
  client: createClient(wire),
  watch: wire.watch,
  nowMs: Date.now,
  kept: createKeptText(window),
})
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
)
