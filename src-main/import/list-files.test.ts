import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFiles } from './list-files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
  }
}

/** Each line as `name` or `name: code`. */
async function list(...names: string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const file of listFiles(names.map(name => join(folder, name)))) {
    lines.push(relative(folder, file.path) + ('error' in file ? `: ${file.error.code}` : ''))
  }
  return lines
}

test('folders are entered, in the order of their code units', async () => {
  await write(
    'b.txt',
    'B.md',
    'a/2.html',
    'a/10.pdf',
    'a/c/d.docx',
    'a/c/e.odt',
    'f.rtf',
    'g.eml',
    'h.mht',
    'i.MHTML',
    'é.htm',
    'z.xhtml',
    'y.markdown',
  )
  expect(await list('.')).toEqual([
    'B.md',
    'a/10.pdf',
    'a/2.html',
    'a/c/d.docx',
    'a/c/e.odt',
    'b.txt',
    'f.rtf',
    'g.eml',
    'h.mht',
    'i.MHTML',
    'y.markdown',
    'z.xhtml',
    'é.htm',
  ])
})

test('the order in which paths are given is kept', async () => {
  await write('b.txt', 'a.txt', 'c/d.txt')
  expect(await list('b.txt', 'c', 'a.txt')).toEqual(['b.txt', 'c/d.txt', 'a.txt'])
})

test('other files in a folder are said, and a file named by the user is taken whatever it is called', async () => {
  await write('sheet.xlsx', 'a.txt')
  expect(await list('.', 'sheet.xlsx')).toEqual(['a.txt', 'sheet.xlsx: unsupported-type', 'sheet.xlsx'])
})

test('files of the system and the assets of a saved page are passed over', async () => {
  await write('.git/a.txt', '.DS_Store', 'desktop.ini', 'Thumbs.db', '~$a.docx', 'Page.html', 'Page_files/part.html', 'Page_files/x.js')
  await write('other_files/a.txt')
  expect(await list('.')).toEqual(['Page.html', 'other_files/a.txt'])
})

test('links are followed, loops are said and nothing is listed twice', async () => {
  await write('a/x.txt')
  await symlink('..', join(folder, 'a/up'))
  await symlink('a', join(folder, 'b'))
  await symlink('a/x.txt', join(folder, 'link.txt'))
  await symlink('nowhere', join(folder, 'broken.txt'))
  await symlink('self', join(folder, 'self'))
  expect(await list('.')).toEqual([
    'a/up: link-loop',
    'a/x.txt',
    'b: same-folder',
    'broken.txt: no-such-file',
    'link.txt',
    'self: link-loop',
  ])
})

test('folders that link to each other many times over end', async () => {
  for (let level = 0; level < 30; level += 1) {
    await mkdir(join(folder, `d${level}`))
    if (level > 0) for (const name of ['p', 'q']) await symlink(`../d${level}`, join(folder, `d${level - 1}`, name))
  }
  expect(await list('d0')).toHaveLength(29)
})

test('missing paths and pipes are said, and the rest goes on', async () => {
  await write('a.txt')
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  expect(await list('missing', '.', 'a.txt')).toEqual(['missing: no-such-file', 'a.txt', 'pipe.txt: not-a-file', 'a.txt'])
})

test('odd names pass through', async () => {
  const names = ['line\nend.txt', 'tab\t.txt', '"quoted" $HOME.txt', 'عربي.txt', '-rf.txt', ' .txt', 'emoji 🔒.txt', 'a.b.TXT']
  await write(...names)
  expect(new Set(await list('.'))).toEqual(new Set(names))
})

test('a name that is not in the system’s encoding is said', async () => {
  execFileSync('sh', ['-c', `printf x > "$(printf '%s/caf\\351.txt' '${folder}')"`])
  expect(await list('.')).toEqual(['caf\uFFFD.txt: unreadable-name'])
})

test('an empty folder gives nothing', async () => {
  expect(await list('.')).toEqual([])
})

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)('a folder that may not be read says so', async () => {
  await write('closed/a.txt')
  await chmod(join(folder, 'closed'), 0)
  expect(await list('.')).toEqual(['closed: no-permission'])
  await chmod(join(folder, 'closed'), 0o700)
})
