import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Bridge } from './contract.ts'

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const handler = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, handler)
  return () => void ipcRenderer.off(channel, handler)
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  onChanged: listener => listen('changed', listener),
  onCommand: listener => listen('command', listener),
  pathsOf: files => files.map(file => webUtils.getPathForFile(file)),
}

// Fields keep what is being typed when they lose the focus; a window that closes would not take it from them.
addEventListener('beforeunload', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
})
contextBridge.exposeInMainWorld('bridge', bridge)
