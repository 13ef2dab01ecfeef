import { escapeXml } from './docx-file.ts'
import { groupBlocks, pageBlocks, type BlockGroup, type PageBlock } from './page-blocks.ts'

const SCRIPTS = `<script>var Drupal = { settings: "Room: Script Hall" };</script><style>.field { color: red }</style><noscript><p>Turn on scripts</p></noscript>`

const SCHEDULE_DAY = 'Monday, December 18 • 9:00am - 10:30am'

/** A session page as Drupal 9 saves it, its fields with their labels above or beside them. */
export function drupalPage(text: string): string {
  const [title, ...blocks] = pageBlocks(text)
  const hasTitle = title?.kind === 'title'
  const heading = hasTitle ? `<h1 class="page-title"><span class="field field--name-title">${escapeXml(title.text)}</span></h1>` : ''
  return `<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8" /><title>Session | Forum</title>${SCRIPTS}</head>
<body class="path-node node--type-workshop"><a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<header role="banner"><div class="region region-header"><a href="/" rel="home">Internet Governance Forum</a><form class="search-form"><label for="s">Search</label><input id="s"></form></div></header>
<nav role="navigation" class="menu--main"><ul class="menu"><li><a href="/">Home</a></li><li><a href="/about">About the Forum</a></li><li><a href="/s">Speakers</a></li></ul></nav>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="region region-content"><div class="block block-page-title-block">${heading}</div>
<nav class="breadcrumb"><ol><li>Home</li><li>Sessions</li></ol></nav>
<article class="node node--type-workshop"><div class="node__content clearfix">
${fieldsOf(hasTitle || !title ? blocks : [title, ...blocks])}
</div></article></div></main>
<aside class="layout-sidebar-first" role="complementary"><h2>Related sessions</h2><p>Moderator of the week</p></aside>
<footer role="contentinfo"><p>Contact Information of the site</p></footer>${SCRIPTS}</body></html>`
}

/** The same on the old site: Drupal 7, with the banner that says so. */
export function legacyPage(text: string): string {
  const [title, ...blocks] = pageBlocks(text)
  const hasTitle = title?.kind === 'title'
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />${SCRIPTS}</head><body class="html page-node">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Skip to main content</a></div>
<div class="region region-highlighted"><div class="block"><p>This is now a legacy site and could be not up to date. Please move to the new IGF website.</p></div></div>
<div id="main-menu" class="navigation"><ul class="links"><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></div>
<div id="breadcrumb"><h2>You are here</h2><div class="breadcrumb"><a href="/">Home</a></div></div>
<div id="content"><h1 class="title" id="page-title">${hasTitle ? escapeXml(title.text) : ''}</h1>
<div class="region region-content"><div id="block-system-main" class="block"><div class="content"><div class="node node-workshop"><div class="content clearfix">
${fieldsOf(hasTitle || !title ? blocks : [title, ...blocks])
  .replaceAll('field__label', 'field-label')
  .replaceAll('field--label-', 'field-label-')}
</div></div></div></div></div></div><div class="region region-footer"><h2>Contact Information</h2><p>Palais des Nations</p></div></body></html>`
}

/** A page of a schedule site: a menu, the title, the day with a bullet, and all the rest in one block of lines. */
export function schedulePage(text: string): string {
  const [title, ...rest] = text.trim().split('\n')
  const lines = rest.map(line => escapeXml(line.trim())).join('<br />\n')
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Sched</title>${SCRIPTS}</head><body id="event-page">
<div id="sched-page-header"><ul id="sched-page-menu" class="menu"><li><a href="/">Schedule</a></li><li><a href="/s">Speakers</a></li><li><a href="/l">Log in</a></li></ul></div>
<div id="sched-content-wrapper"><div class="sched-container"><a href="/">Back To Schedule</a>
<div class="list-single__event"><h2><span class="event">${escapeXml(title ?? '')}</span></h2>
<div class="list-single__date">${SCHEDULE_DAY}</div>
<div class="tip-description">${lines}</div></div></div></div>
<div id="sched-page-footer"><footer><p>Need help? View Support Guides</p></footer></div></body></html>`
}

/** The plain text of the same page: its title, the day, and all the rest. */
export function schedulePlain(text: string): string {
  const [title, ...rest] = text.trim().split('\n')
  return [title, SCHEDULE_DAY, ...rest].join('\n')
}

/** What a mail program makes of a page that was pasted into a mail: each line a block. */
export function pastedPage(text: string): string {
  const blocks = text.split('\n').map(line => `<div>${line.trim() === '' ? '<br>' : escapeXml(line.trim())}</div>`)
  return `<html><head><style>p.MsoNormal { margin: 0 }</style></head><body><div dir="ltr">${blocks.join('\n')}</div></body></html>`
}

/** The source of a page as copied from a browser that shows a number before each line. */
export function numberedSource(markup: string): string {
  return markup
    .split('\n')
    .map((line, index) => `${index + 1}\t${line}`)
    .join('\n')
}

/** The same where the numbers were copied first, all in one. */
export function runTogetherSource(markup: string): string {
  return markup
    .split('\n')
    .map((_, index) => index + 1)
    .join('')
    .concat(markup)
}

function fieldsOf(blocks: readonly PageBlock[]): string {
  const fields: string[] = []
  let field: PageBlock[] = []
  const end = (): void => {
    if (field.length > 0) fields.push(fieldOf(field))
    field = []
  }
  for (const block of blocks) {
    if (block.kind === 'label' || block.kind === 'pair' || block.gap > 1) end()
    field.push(block)
    if (block.kind === 'pair') end()
  }
  end()
  return fields.join('\n')
}

function fieldOf(blocks: readonly PageBlock[]): string {
  const [first, ...rest] = blocks
  if (first?.kind === 'pair')
    return `<div class="field field--label-inline clearfix"><div class="field__label">${escapeXml(first.label)}</div><div class="field__item">${escapeXml(first.text)}</div></div>`
  if (first?.kind !== 'label') return `<div class="field field--label-hidden"><div class="field__item">${valueOf(blocks)}</div></div>`
  return `<div class="field field--label-above"><div class="field__label">${escapeXml(first.text)}</div><div class="field__item">${valueOf(rest)}</div></div>`
}

function valueOf(blocks: readonly PageBlock[]): string {
  return groupBlocks(blocks).map(groupMarkup).join('\n')
}

function groupMarkup({ kind, blocks }: BlockGroup): string {
  const items = blocks.map(({ text }) => `<li>${escapeXml(text)}</li>`).join('')
  if (kind === 'number') return `<ol>${items}</ol>`
  if (kind === 'bullet') return `<ul>${items}</ul>`
  const lines = blocks.map(({ text, gap }, index) => (index === 0 ? '' : gap > 0 ? '</p>\n<p>' : '<br />\n') + escapeXml(text))
  return `<p>${lines.join('')}</p>`
}
