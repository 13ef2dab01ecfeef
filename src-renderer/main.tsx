// The shared styles come first, so that those of a screen can differ from them.
import './shell/tokens.css'
import './shell/base.css'
import './shell/components/controls.css'
import './shell/components/overlays.css'
import './shell/components/panes.css'
import './shell/components/signs.css'
import './shell/shell.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchChanges } from './shell/query.ts'

watchChanges()
const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
createRoot(host).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
