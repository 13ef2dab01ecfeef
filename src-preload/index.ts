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

contextBridge.exposeInMainWorld('bridge', bridge)
