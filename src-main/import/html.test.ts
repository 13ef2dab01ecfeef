import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHtml } from './html.ts'
import { DRUPAL_7_PAGE, DRUPAL_7_TEXT, DRUPAL_9_PAGE, DRUPAL_9_TEXT, filledLines } from './testing/saved-pages.ts'

function lines(markup: string): string[] {
  return filledLines(readHtml(markup).text)
}

describe('saved session pages', () => {
  test('a Drupal 7 page gives its title and fields, and nothing of the site around them', () => {
    expect(lines(DRUPAL_7_PAGE)).toEqual(DRUPAL_7_TEXT.split('\n'))
  })

  test('a Drupal 9 page gives its title and fields, and nothing of the site around them', () => {
    expect(lines(DRUPAL_9_PAGE)).toEqual(DRUPAL_9_TEXT.split('\n'))
  })

  test('a page that shows a source view is read as the page in it', () => {
    const escaped = DRUPAL_9_PAGE.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const rows = escaped
      .split('\n')
      .map((row, index) => `<tr><td class="line-number" value="${index + 1}"></td><td class="line-content">${row}</td></tr>`)
    const { text, notes } = readHtml(`<html><body><table><tbody>${rows.join('')}</tbody></table></body></html>`)
    expect(filledLines(text)).toEqual(DRUPAL_9_TEXT.split('\n'))
    expect(notes.map(note => note.code)).toEqual(['page-source'])
  })
})

describe('block structure', () => {
  test.each([
    ['paragraphs are parted by a blank line', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['blanks collapse and words on both sides of an inline element stay apart', 'a  \n b<b> c</b>d <i>e</i>', 'a b cd e'],
    ['a line break is a line end, and two are a blank line', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['a heading stands alone', 'before<h2>Heading</h2>after', 'before\n\nHeading\n\nafter'],
    ['items of a list without numbers are lines', '<ul><li>16.10</li><li>16.6</li></ul>', '16.10\n16.6'],
    ['items of a numbered list carry their numbers', '<ol start=3><li>a<li><p>b</p><li value=9>c</ol>', '3. a\n\n4. b\n\n9. c'],
    ['letters and Roman numerals are written as shown', '<ol type=A><li>a<li>b</ol><ol type=i start=4><li>c</ol>', 'A. a\nB. b\n\niv. c'],
    ['a list that counts down counts down', '<ol reversed><li>a<li>b</ol>', '2. a\n1. b'],
    ['a nested list has no blank lines', '<ul><li>a<ol><li>b</ol><li>c</ul>', 'a\n1. b\nc'],
    ['an empty item leaves nothing', '<ol><li></li><li>b</li></ol>', '2. b'],
    [
      'cells of a row are parted by a bar',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>c</td><td><p>d</p></td></tr></table>',
      'A | B\nc | d',
    ],
    ['an empty cell keeps its place', '<table><tr><td>a</td><td></td><td>c</td></tr></table>', 'a |  | c'],
    ['cells of more than one line are blocks', '<table><tr><td>Speakers</td><td>A<br>B</td></tr></table>', 'Speakers\nA\nB'],
    [
      'a table in a cell is read',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></td></tr></table>',
      'a | b\nc',
    ],
    ['preformatted text is kept', '<pre>a  b\n   c</pre>d', 'a  b\n   c\n\nd'],
    ['entities are decoded and no-break spaces kept', '<p>R&amp;D&nbsp;&eacute;&#x1F512;</p>', 'R&D\u00A0é🔒'],
    ['a paragraph of no-break spaces is blank', '<p>a</p><p>&nbsp;</p><p>b</p>', 'a\n\n\n\nb'],
    ['terms and descriptions are lines', '<dl><dt>Room</dt><dd>A</dd></dl>', 'Room\nA'],
    ['only the text of a link is read', '<a href="javascript:alert(1)">click</a>', 'click'],
  ])('%s', (_, markup, text) => {
    expect(readHtml(markup).text).toBe(text)
  })

  test.each([
    ['a label above', '<div class="field"><div class="field__label">Room</div><div class="field__item">X</div></div>', 'Room\nX'],
    [
      'an inline label',
      '<div class="field field--label-inline"><div class="field__label">Room</div><div class="field__item">X</div></div>',
      'Room: X',
    ],
    [
      'an inline label with a colon',
      '<div class="field field-label-inline"><h3 class="field-label">Room:&nbsp;</h3><div><p>X</p><p>Y</p></div></div>',
      'Room: X\n\nY',
    ],
    ['a colon without a place', '<div class="field"><div class="field-label">Room: </div><div class="field-item">X</div></div>', 'Room: X'],
    [
      'a colon above',
      '<div class="field field-label-above"><div class="field-label">Room:</div><div class="field-item">X</div></div>',
      'Room:\nX',
    ],
    ['no value', '<div class="field field-label-inline"><div class="field-label">Room:</div></div><div>Next</div>', 'Room:\nNext'],
  ])('a field with %s', (_, markup, text) => {
    expect(readHtml(markup).text).toBe(text)
  })
})

describe('what is left out', () => {
  test.each([
    '<script>no</script>',
    '<style>no</style>',
    '<noscript>no</noscript>',
    '<template>no</template>',
    '<iframe>no</iframe>',
    '<svg><text>no</text></svg>',
  ])('%s is not text', markup => {
    expect(readHtml(`<p>yes</p>${markup}<p>yes</p>`).text).toBe('yes\n\nyes')
  })

  test.each([
    '<nav>no</nav>',
    '<aside>no</aside>',
    '<header>no</header>',
    '<footer>no</footer>',
    '<div role="navigation">no</div>',
    '<p hidden>no</p>',
    '<p aria-hidden="true">no</p>',
    '<p style="color:red; display : none">no</p>',
    '<select><option>no</option></select>',
    '<textarea>no</textarea>',
    '<button>no</button>',
    '<div class="breadcrumb">no</div>',
    '<ul class="pager"><li>no</ul>',
    '<div id="cookie-banner">no</div>',
    '<dialog>no</dialog>',
  ])('%s is left out', markup => {
    expect(readHtml(`<p>The session began on time.</p>${markup}<p>It ended late.</p>`).text).toBe(
      'The session began on time.\n\nIt ended late.',
    )
  })

  test('the header of an article is part of it', () => {
    expect(readHtml('<article><header><h1>Title</h1></header><p>Text</p></article>').text).toBe('Title\n\nText')
  })

  test('a page that is nearly all navigation by its names is kept whole', () => {
    const menu = `<ul class="menu">${'<li>Organizer 1: Ana, Example</li>'.repeat(10)}</ul>`
    expect(lines(`<p>short</p>${menu}`)).toHaveLength(11)
  })

  test('a page that is hidden until its script runs is kept whole', () => {
    expect(readHtml('<body style="display:none"><div style="visibility: hidden"><p>Text of the page</p></div></body>').text).toBe(
      'Text of the page',
    )
  })

  test('much hidden text is left out and said', () => {
    const { text, notes } = readHtml(`<p>${'seen words '.repeat(30)}</p><p style="display:none">${'hidden '.repeat(100)}</p>`)
    expect(text).not.toContain('hidden')
    expect(notes.map(note => note.code)).toEqual(['hidden-text'])
  })

  test('main is read alone when it holds most of the text, and the title above it is kept', () => {
    const page = `<h1>Title</h1><div>Teaser</div><main><p>${'word '.repeat(30)}end</p></main>`
    expect(readHtml(page).text).toBe(`Title\n\n${'word '.repeat(30)}end`)
  })

  test('a title inside the site header is kept with its inline elements', () => {
    const page = `<header><h1><a href="/s"><span>The</span> title</a></h1></header><main><p>${'word '.repeat(30)}end</p></main>`
    expect(lines(page)[0]).toBe('The title')
  })

  test('the name of the site is no title', () => {
    const page = `<div id="header"><h1 id="site-name"><a>Forum</a></h1></div><main><h2>Title</h2><p>${'word '.repeat(30)}end</p></main>`
    expect(lines(page)[0]).toBe('Title')
  })

  test('two mains are no main', () => {
    expect(lines('<main>a</main><p>b</p><main>c</main>')).toEqual(['a', 'b', 'c'])
  })

  test('an article that is only part of the page does not hide the rest', () => {
    expect(lines(`<article>${'a '.repeat(60)}</article><div>${'b '.repeat(40)}</div>`)).toHaveLength(2)
  })
})

describe('hostile pages', () => {
  test.each([
    ['elements that are never closed', `${'<div>'.repeat(100_000)}deep`],
    ['formatting', `${'<b>'.repeat(100_000)}deep`],
    ['lists', `${'<ul><li>'.repeat(50_000)}deep`],
    ['field labels', `${'<div class="field"><div class="field-label">'.repeat(50_000)}deep`],
    ['tables', `${'<table><tr><td>'.repeat(30_000)}deep`],
  ])('100,000 levels of %s are read', (_, markup) => {
    expect(readHtml(markup).text).toBe('deep')
  })

  test('deeper nesting than any page has is refused', () => {
    expect(() => readHtml('<div>'.repeat(250_000))).toThrow(expect.objectContaining({ code: 'too-deep' }))
  })

  test('markup that multiplies its elements is refused', () => {
    const markup = Array.from({ length: 5000 }, (_, index) => `<p><font size=${index}>x`).join('')
    expect(() => readHtml(markup)).toThrow(expect.objectContaining({ code: 'too-large' }))
  })

  test('a byte order mark does not come into the text', () => {
    expect(readHtml('\uFEFF<!DOCTYPE html><html><head><title>x</title></head><body><p>Text</p></body></html>').text).toBe('Text')
  })

  test('an XHTML element that closes itself does not swallow the page', () => {
    expect(
      readHtml('<?xml version="1.0"?><html><head><script src="x"/><title/></head><body><div id="a"/><p>Text</p></body></html>').text,
    ).toBe('Text')
  })

  test('any characters at all give some text and never throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '</',
        '>',
        '<p',
        '<table>',
        '<td>',
        '<!--',
        '-->',
        '<![CDATA[',
        '&',
        '&#0;',
        '"',
        '=',
        '<script>',
        '<svg>',
        '<select>',
        '<ol>',
      ),
      fc.string(),
    )
    fc.assert(fc.property(fc.array(piece), pieces => typeof readHtml(pieces.join('')).text === 'string'))
  })
})

interface Tree {
  markup: string
  words: string[]
}

const BLOCK_TAGS = ['div', 'blockquote', 'ul', 'ol', 'dl', 'center', 'fieldset']
const INLINE_TAGS = ['b', 'i', 'span', 'a', 'font', 'sup', 'x-unknown', 'label', 'time']

/** Any nesting of elements, each word with a number of its own, scripts and comments in between. */
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => {
  const word = fc.nat(1_000_000).map((number): Tree => ({ markup: ` w${number} `, words: [`w${number}`] }))
  const silent = fc
    .constantFrom('<script>w0</script>', '<!-- w0 -->', '<style>.w0{}</style>', '<br>', '<hr>', '<p>', '<li>', '<img alt="w0">', '&#32;')
    .map((markup): Tree => ({ markup, words: [] }))
  const children = fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }).map(joinTrees)
  const wrapped = fc
    .tuple(fc.constantFrom(...BLOCK_TAGS, ...INLINE_TAGS), children)
    .map(([tag, { markup, words }]): Tree => ({ markup: `<${tag}>${markup}</${tag}>`, words }))
  const table = fc.array(children, { minLength: 1, maxLength: 3 }).map((cells): Tree => ({
    markup: `<table><tbody><tr>${cells.map(cell => `<td><div>${cell.markup}</div></td>`).join('')}</tr></tbody></table>`,
    words: cells.flatMap(cell => cell.words),
  }))
  return { tree: fc.oneof({ depthIdentifier: 'tree', maxDepth: 6 }, word, silent, wrapped, table) }
}).tree

function joinTrees(trees: Tree[]): Tree {
  return { markup: trees.map(({ markup }) => markup).join(''), words: trees.flatMap(({ words }) => words) }
}

test('every visible word of any page is in its text, in order, and no word of a script', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 8 }).map(joinTrees), ({ markup, words }) => {
      expect(readHtml(`<!DOCTYPE html><body>${markup}</body>`).text.match(/w\d+/g) ?? []).toEqual(words)
    }),
    { numRuns: 300 },
  )
})
