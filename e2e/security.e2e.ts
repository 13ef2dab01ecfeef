import type { Locator, Page } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { everything, page as sessionPage, writePages } from './records.ts'

declare global {
  interface Window {
    ran?: string[]
  }
}

const hostile = (
  origin: string,
) => `<!doctype html><html><head><title>x</title><script>window.ran = ['head']; fetch('${origin}/fetched')</script>
<link rel="stylesheet" href="${origin}/style.css"><meta http-equiv="refresh" content="0;url=${origin}/refreshed"></head>
<body onload="window.ran = ['onload']"><main><h1>IGF 2021 WS #66 Uninvited guests</h1>
<img src="${origin}/pixel.png" onerror="window.ran = ['onerror']"><iframe src="${origin}/frame"></iframe>
<p>Keepers <a href="javascript:window.ran = ['link']">click here</a> and <a href="${origin}/away">go there</a>.</p>
<svg onload="window.ran = ['svg']"><script>window.ran = ['svg script']</script></svg>
<p>&lt;img src=x onerror="window.ran = ['text']"&gt; {{constructor.constructor('window.ran = 1')()}}</p></main></body></html>`

test('a page with scripts, handlers, remote images and javascript: links runs nothing and sends nothing', async ({ app }) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await app.newProject()
  writePages(app.folder, { 'hostile.html': hostile(origin), 'hostile.txt': `IGF 2021 WS #67 ${hostile(origin)}` })
  await app.importPaths(`${app.folder}/hostile.html`, `${app.folder}/hostile.txt`)
  for (const line of await app.ask('session.list', everything)) {
    await app.page
      .getByRole('row')
      .or(app.page.getByRole('option'))
      .filter({ hasText: line.title ?? line.sourceName })
      .first()
      .click()
    await expect(app.page.locator('.cm-content')).toBeVisible()
    await app.page.waitForTimeout(300)
  }
  expect(await app.page.evaluate(() => window.ran)).toBeUndefined()
  expect(asked).toEqual([])
  server.close()
})

test('the window cannot reach the network, leave its page, open another or ask for a permission', async ({ app }) => {
  const { page } = app
  const refused = async (run: () => Promise<unknown>) =>
    page.evaluate(run).then(
      () => 'allowed',
      () => 'refused',
    )
  expect(await refused(() => fetch('https://example.org/'))).toBe('refused')
  expect(
    await refused(
      () =>
        new Promise((resolve, reject) => {
          const image = new Image()
          image.addEventListener('load', resolve)
          image.addEventListener('error', reject)
          image.src = 'http://127.0.0.1:9/pixel.png'
        }),
    ),
  ).toBe('refused')
  expect(await refused(() => navigator.mediaDevices.getUserMedia({ audio: true }))).toBe('refused')
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBe(null)
  const before = page.url()
  expect(before).toMatch(/^app:/)
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(app.electron.windows()).toHaveLength(1)
})

test('the window is sandboxed and knows nothing but the bridge', async ({ app }) => {
  const known = await app.page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', '__dirname', 'electron'].filter(name => name in globalThis),
    bridge: Object.keys(window.bridge).toSorted(),
  }))
  expect(known).toEqual({ globals: [], bridge: ['call', 'onChanged', 'onCommand', 'pathsOf'] })
  const policy = await app.page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const inline = await app.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = ["inline"]'
    document.head.append(script)
    return window.ran
  })
  expect(inline).toBeUndefined()
})

test('a wrong name, a wrong shape and a call from a sub-frame are refused', async ({ app }) => {
  await app.newProject()
  writePages(app.folder, { 'a.txt': sessionPage(1) })
  await app.importPaths(`${app.folder}/a.txt`)
  const call = async (name: string, input: unknown): Promise<unknown> =>
    JSON.parse(await app.page.evaluate(([name, input]) => window.bridge.call(name as never, input as never), [name, input] as const))
  expect(await call('session.drop', null)).toMatchObject({ ok: false, code: 'unknown-request' })
  expect(await call('toString', null)).toMatchObject({ ok: false, code: 'unknown-request' })
  expect(await call('session.get', { id: 1 })).toMatchObject({ ok: false, code: 'bad-input' })
  expect(await call('session.list', { ...everything, extra: true })).toMatchObject({ ok: false, code: 'bad-input' })
  const frame = await app.page.evaluate(async () => {
    const element = document.createElement('iframe')
    element.src = location.href
    document.body.append(element)
    await new Promise(resolve => setTimeout(resolve, 500))
    try {
      return Boolean(element.contentWindow?.bridge)
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(frame).toBe('SecurityError')
  const fromFrame = await app.electron.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const { mainFrame } = BrowserWindow.getAllWindows()[0]!.webContents
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown, ...input: unknown[]) => unknown> })
      ._invokeHandlers
    const from = (senderFrame: unknown) =>
      handlers.get('call')!({ senderFrame, sender: BrowserWindow.getAllWindows()[0]!.webContents }, 'app.state', null)
    return Promise.all([from({ url: mainFrame.url, parent: mainFrame }), from({ url: 'https://example.org/', parent: null }), from(null)])
  })
  for (const reply of fromFrame) expect(JSON.parse(reply as string)).toMatchObject({ ok: false, code: 'untrusted-sender' })
})

const turned = 'Keepers \u202edna sknaB\u202c of the sea'
/** What every part of the window shows as text, tooltips too; the accessible names may hold the signs, which nobody sees there. */
function shownText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const titles = [...document.querySelectorAll('[title]')].map(each => each.getAttribute('title'))
    return [document.body.innerText, ...titles].join('\n')
  })
}

test('signs that turn the order of letters round are shown and not obeyed: in the page, the library, the record, notices and the history', async ({
  app,
}) => {
  const { page } = app
  await app.newProject()
  writePages(app.folder, { 'turned \u202egpj.txt': sessionPage(1, turned), 'plain.txt': sessionPage(2) })
  await app.importPaths(join(app.folder, 'turned \u202egpj.txt'), join(app.folder, 'plain.txt'))
  const [line] = await app.ask('session.list', { ...everything, text: 'Keepers' })
  expect(line!.title).toBe(turned)
  const row = page.getByRole('option').filter({ hasText: 'dna sknaB' })
  const marked = (within: Locator) => expect(within.getByRole('img', { name: /right-to-left override/ }).first()).toBeVisible()
  await marked(row)
  await row.click()
  const text = page.locator('.cm-content')
  await marked(text)
  await marked(page.getByRole('heading', { level: 2 }))
  await marked(page.getByRole('group', { name: /^Title/ }))
  expect(await shownText(page)).not.toMatch(/[\u202a-\u202e]/)
  expect(await text.innerText()).toContain('dna sknaB')
  // The words stand in the order in which they are stored, each to the right of the one before.
  const places = await page.getByRole('heading', { level: 2 }).evaluate(heading => {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const found: number[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < node.textContent!.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        found.push(range.getBoundingClientRect().left)
      }
    return found
  })
  expect(places).toEqual(places.toSorted((a, b) => a - b))

  const room = (await app.ask('session.get', line!.id)).fields.find(field => field.key === 'room')!
  await app.ask('field.set', { sessionId: line!.id, key: 'room', id: null, value: '\u202eA moorllaB', spans: [] })
  await marked(page.getByRole('group', { name: /^Room/ }))
  await page.keyboard.press('Control+z')
  await marked(page.getByRole('region', { name: 'Notices' }))
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+4')
  await marked(page.getByRole('listitem').filter({ hasText: 'Set room to' }).first())
  await marked(page.getByRole('listitem').filter({ hasText: 'dna sknaB' }).first())
  expect(await shownText(page)).not.toMatch(/[\u202a-\u202e]/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Keepers')
  await marked(page.getByRole('dialog').getByRole('option').first())
  // What is stored stays as it is.
  const record = await app.ask('session.get', line!.id)
  expect(record.fields.find(({ id }) => id === room.id)!.value).toBe('\u202eA moorllaB')
  expect((await app.ask('session.source', line!.id)).text).toContain(turned)
})
