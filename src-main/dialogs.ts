import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron'
import { join } from 'node:path'
import type { ExportFormat } from '../src-preload/types.ts'
import { readableEndings } from './import/file-kind.ts'
import { extension, withExtension } from './project-path.ts'

/** Each answers what was chosen, `null` when cancelled. */
export interface Dialogs {
  newProject(): Promise<string | null>
  project(): Promise<string | null>
  importPaths(kind: 'files' | 'folder'): Promise<readonly string[] | null>
  exportPath(format: ExportFormat, name: string): Promise<string | null>
  rulesFile(): Promise<string | null>
  rulesPath(name: string): Promise<string | null>
}
const projects: FileFilter[] = [{ name: 'Rapporteur projects', extensions: [extension.slice(1)] }]
const rules: FileFilter[] = [{ name: 'Rapporteur rules', extensions: ['json'] }]
const rulesSuffix = '.rapporteur-rules.json'
const pages: FileFilter[] = [
  { name: 'Pages', extensions: [...readableEndings] },
  { name: 'All files', extensions: ['*'] },
]
const choices: Readonly<Record<'files' | 'folder', OpenDialogOptions>> = {
  files: { title: 'Import files', properties: ['openFile', 'multiSelections'], filters: pages },
  folder: { title: 'Import a folder', properties: ['openDirectory'] },
}
/** JSON is one file; the others are a folder of files, made by the export. */
const suffixes: Readonly<Record<ExportFormat, string>> = { json: '.json', csv: ' (CSV)', markdown: ' (Markdown)' }

export function dialogsOf(window: BrowserWindow): Dialogs {
  const choose = async (options: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled || filePaths.length === 0 ? null : filePaths
  }
  return {
    async newProject() {
      const options = { title: 'New project', defaultPath: inDocuments(`Untitled${extension}`), filters: projects }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      return canceled || !filePath ? null : withExtension(filePath)
    },
    async project() {
      const paths = await choose({ title: 'Open a project', properties: ['openFile'], filters: projects })
      return paths?.[0] ?? null
    },
    importPaths: kind => choose(choices[kind]),
    async rulesFile() {
      const paths = await choose({ title: 'Load rules', properties: ['openFile'], filters: rules })
      return paths?.[0] ?? null
    },
    async rulesPath(name) {
      const options = { title: 'Save the rules', defaultPath: inDocuments(name + rulesSuffix), filters: rules }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      return canceled || !filePath ? null : filePath.endsWith('.json') ? filePath : filePath + rulesSuffix
    },
    async exportPath(format, name) {
      const filters = format === 'json' ? [{ name: 'JSON', extensions: ['json'] }] : []
      const options = { title: 'Export', defaultPath: inDocuments(name + suffixes[format]), filters }
      const { canceled, filePath } = await dialog.showSaveDialog(window, options)
      return canceled || !filePath ? null : filePath
    },
  }
}

function inDocuments(name: string): string {
  return join(app.getPath('documents'), name)
}
