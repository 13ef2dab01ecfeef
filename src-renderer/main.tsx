import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchChanges } from './shell/query.ts'
import './shell/tokens.css'
import './shell/base.css'
import './shell/components.css'
import './shell/shell.css'

watchChanges()
const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
createRoot(host).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
