import { app, protocol, session, type Session, type WebContents } from 'electron'
import { answer, isAllowedAddress } from './app-scheme.ts'

/** What must be said before Electron is ready: our own scheme, a sandbox for every page, and no network of Chromium's own. */
export function secureStart(developerOrigin: string | null): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  const { commandLine } = app
  // Chromium cannot do both; who says the one is root on a machine for tests.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const flag of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
    'no-proxy-server',
  ]) {
    commandLine.appendSwitch(flag)
  }
  commandLine.appendSwitch('host-resolver-rules', developerOrigin ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
}

/** The page's files and nothing else: no network, no permission, no download. */
export function secureSession(root: string, developerOrigin: string | null): void {
  const own = session.defaultSession
  protocol.handle('app', request => answer(request, root))
  denyNetwork(own, developerOrigin)
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.on('will-download', event => event.preventDefault())
}

function denyNetwork(own: Session, developerOrigin: string | null) {
  own.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isAllowedAddress(url, developerOrigin) }))
}

/** A page stays where it is, alone, and embeds nothing. */
function secureContents(contents: WebContents) {
  contents.on('will-navigate', event => {
    // Loading itself anew is no way out.
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
