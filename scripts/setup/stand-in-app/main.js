// Does for this project what Electron's own default app does for `electron .`: that one is not in the Electron of the npm registry.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(process.argv.slice(1).find(arg => existsSync(join(arg, 'package.json'))) ?? '.')
const { name, productName = name, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setName(productName)
app.setVersion(version)
app.setAppPath(root)
// Electron waits for this before it is ready, so the app may still register its schemes.
await import(pathToFileURL(join(root, main)).href)
