import * as rules from './html-rules.ts'
import { attribute, classNames, walkTree, type HtmlElement } from './html-tree.ts'

type Part = 'content' | 'navigation' | 'hidden' | 'never'

/** A part of the page to read, and what to leave out in it. */
export interface Piece {
  root: HtmlElement
  left: Set<HtmlElement>
}

export interface PageParts {
  /** In the order in which they are read. */
  pieces: Piece[]
  /** Characters of text in hidden elements that are left out. */
  hiddenLength: number
}

interface Survey {
  order: HtmlElement[]
  parts: Map<HtmlElement, Part>
  lengths: Map<HtmlElement, number>
  totals: Record<Part, number>
}

const LEAST = 0.2

/** Navigation and hidden text go, unless they are most of the page. */
export function pageParts(body: HtmlElement): PageParts {
  const survey = surveyPage(body)
  const { content, navigation, hidden } = survey.totals
  const visible = content + navigation
  const all = { root: body, left: leftOut(survey, ['never']) }
  const shown = { root: body, left: leftOut(survey, ['never', 'hidden']) }
  if (visible < LEAST * (visible + hidden)) return { pieces: [all], hiddenLength: 0 }
  if (content < LEAST * visible) return { pieces: [shown], hiddenLength: hidden }
  const root = mainPlace(survey, body)
  const title = titleOutside(survey, root)
  const main = { root, left: leftOut(survey, ['never', 'hidden', 'navigation']) }
  return { pieces: title ? [{ ...shown, root: title }, main] : [main], hiddenLength: hidden }
}

/** Without regard to navigation: for pages made by a converter. */
export function everyPart(body: HtmlElement): Piece {
  return { root: body, left: leftOut(surveyPage(body), ['never']) }
}

function surveyPage(body: HtmlElement): Survey {
  const survey: Survey = { order: [], parts: new Map(), lengths: new Map(), totals: { content: 0, navigation: 0, hidden: 0, never: 0 } }
  const path: Part[] = []
  let sections = 0
  walkTree(body, {
    enter(element) {
      const part = worse(path.at(-1) ?? 'content', partOf(element, sections > 0))
      survey.order.push(element)
      survey.parts.set(element, part)
      survey.lengths.set(element, 0)
      if (part === 'never') return false
      path.push(part)
      if (rules.SECTIONING_ELEMENTS.has(element.tagName)) sections += 1
      return true
    },
    text(value, parent) {
      const part = path.at(-1) ?? 'content'
      const length = value.replace(/\s+/g, '').length
      survey.totals[part] += length
      if (part === 'content') survey.lengths.set(parent, (survey.lengths.get(parent) ?? 0) + length)
    },
    leave(element) {
      path.pop()
      if (rules.SECTIONING_ELEMENTS.has(element.tagName)) sections -= 1
      const parent = element.parentNode
      const length = survey.lengths.get(element) ?? 0
      if (element !== body && parent && 'tagName' in parent) survey.lengths.set(parent, (survey.lengths.get(parent) ?? 0) + length)
    },
  })
  return survey
}

const SEVERITY: Part[] = ['content', 'navigation', 'hidden', 'never']

function worse(a: Part, b: Part): Part {
  return SEVERITY.indexOf(a) > SEVERITY.indexOf(b) ? a : b
}

function partOf(element: HtmlElement, isInSection: boolean): Part {
  const tag = element.tagName
  if (rules.NEVER_TEXT.has(tag)) return 'never'
  const names = namesOf(element)
  if (isHidden(element, names)) return 'hidden'
  return isNavigation(element, names, isInSection) ? 'navigation' : 'content'
}

function isHidden(element: HtmlElement, names: string[]): boolean {
  if (element.tagName === 'body' || names.some(name => rules.FOLDED_NAME.test(name))) return false
  if (element.tagName === 'dialog' && attribute(element, 'open') === null) return true
  if (names.some(name => rules.UNSEEN_NAME.test(name)) && !names.some(name => rules.FIELD_LABEL.test(name))) return true
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden')?.trim().toLowerCase() === 'true') return true
  return rules.HIDDEN_STYLE.test(attribute(element, 'style') ?? '')
}

function isNavigation(element: HtmlElement, names: string[], isInSection: boolean): boolean {
  const tag = element.tagName
  if (rules.NEVER_NAVIGATION.has(tag)) return false
  if (rules.NAVIGATION_ELEMENTS.has(tag) || rules.NAVIGATION_ROLES.has(attribute(element, 'role')?.trim().toLowerCase() ?? '')) return true
  if (rules.LANDMARK_ELEMENTS.has(tag)) return !isInSection
  if (tag === 'label' && attribute(element, 'for') !== null) return true
  return rules.NAVIGATION_ID.test(attribute(element, 'id') ?? '') || names.some(name => rules.NAVIGATION_NAME.test(name))
}

function namesOf(element: HtmlElement): string[] {
  const id = attribute(element, 'id')
  return id === null ? classNames(element) : [...classNames(element), id]
}

function leftOut(survey: Survey, parts: Part[]): Set<HtmlElement> {
  return new Set(survey.order.filter(element => parts.includes(survey.parts.get(element) ?? 'content')))
}

/** The one place that the page itself names as its content, where that holds most of the text. */
function mainPlace(survey: Survey, body: HtmlElement): HtmlElement {
  for (const place of rules.MAIN_PLACES) {
    const found = survey.order.filter(element => survey.parts.get(element) === 'content' && isPlace(element, place))
    if (found[0] && found.length === 1 && (survey.lengths.get(found[0]) ?? 0) >= place.share * survey.totals.content) return found[0]
  }
  return body
}

function isPlace(element: HtmlElement, place: (typeof rules.MAIN_PLACES)[number]): boolean {
  const { tag, role, name } = place
  if (tag !== undefined) return element.tagName === tag
  if (role !== undefined) return attribute(element, 'role')?.trim().toLowerCase() === role
  return name !== undefined && namesOf(element).some(own => name.test(own))
}

/** Drupal prints the title above the content's own block, sometimes in the header. */
function titleOutside(survey: Survey, root: HtmlElement): HtmlElement | null {
  const inside = new Set<HtmlElement>()
  walkTree(root, { enter: element => inside.add(element).size > 0, leave: () => undefined, text: () => undefined })
  const isRead = (element: HtmlElement): boolean => survey.parts.get(element) === 'content' && inside.has(element)
  const headings = survey.order.filter(element => element.tagName === 'h1' && isShownTitle(survey, element))
  if (headings.some(isRead)) return null
  return headings.find(element => namesOf(element).some(name => rules.PAGE_TITLE.test(name))) ?? headings[0] ?? null
}

function isShownTitle(survey: Survey, heading: HtmlElement): boolean {
  const part = survey.parts.get(heading)
  return (part === 'content' || part === 'navigation') && !namesAround(heading).some(name => rules.SITE_NAME.test(name))
}

function namesAround(element: HtmlElement): string[] {
  const parent = element.parentNode
  return [...namesOf(element), ...(parent && 'tagName' in parent ? namesOf(parent) : [])]
}
