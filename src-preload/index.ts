import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from './contract.ts'

function listen(channel: string, handler: Parameters<typeof ipcRenderer.on>[1]): () => void {
  ipcRenderer.on(channel, handler)
  return () => void ipcRenderer.off(channel, handler)
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onChanged: listener => listen('changed', (_event, names) => listener(names)),
  onCommand: listener => listen('command', (_event, command) => listener(command)),
  pathsOf: files => files.map(file => webUtils.getPathForFile(file)),
}

// Fields keep what is being typed when they lose the focus; a window that closes would not take it from them.
addEventListener('beforeunload', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
})
contextBridge.exposeInMainWorld('bridge', bridge)
