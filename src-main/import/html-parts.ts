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

/** Every element in the order of the page, and by the same index what it is; lengths count the characters of content. */
interface Survey {
  elements: HtmlElement[]
  parts: Part[]
  lengths: number[]
  /** The index after the last element inside. */
  ends: number[]
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
  const place = mainPlace(survey)
  const title = titleOutside(survey, place)
  const main = { root: survey.elements[place] ?? body, left: leftOut(survey, ['never', 'hidden', 'navigation']) }
  return { pieces: title ? [{ ...shown, root: title }, main] : [main], hiddenLength: hidden }
}

/** Without regard to navigation: for pages made by a converter. */
export function everyPart(body: HtmlElement): Piece {
  return { root: body, left: leftOut(surveyPage(body), ['never']) }
}

function surveyPage(body: HtmlElement): Survey {
  const survey: Survey = { elements: [], parts: [], lengths: [], ends: [], totals: { content: 0, navigation: 0, hidden: 0, never: 0 } }
  const { elements, parts, lengths, ends, totals } = survey
  const path: number[] = []
  let sections = 0
  walkTree(body, {
    enter(element) {
      const part = worse(parts[path.at(-1) ?? -1] ?? 'content', partOf(element, sections > 0))
      path.push(elements.push(element) - 1)
      parts.push(part)
      lengths.push(0)
      if (rules.SECTIONING_ELEMENTS.has(element.tagName)) sections += 1
      return true
    },
    text(value) {
      const index = path.at(-1) ?? 0
      const part = parts[index] ?? 'content'
      const length = value.replace(/\s+/g, '').length
      totals[part] += length
      if (part === 'content') lengths[index]! += length
    },
    leave(element) {
      const index = path.pop() ?? 0
      ends[index] = elements.length
      const parent = path.at(-1)
      if (parent !== undefined) lengths[parent]! += lengths[index]!
      if (rules.SECTIONING_ELEMENTS.has(element.tagName)) sections -= 1
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
  if (rules.NAVIGATION_ELEMENTS.has(tag) || rules.NAVIGATION_ROLES.has(roleOf(element))) return true
  if (rules.LANDMARK_ELEMENTS.has(tag)) return !isInSection
  if (tag === 'label' && attribute(element, 'for') !== null) return true
  return rules.NAVIGATION_ID.test(attribute(element, 'id') ?? '') || names.some(name => rules.NAVIGATION_NAME.test(name))
}

function roleOf(element: HtmlElement): string {
  return attribute(element, 'role')?.trim().toLowerCase() ?? ''
}

function namesOf(element: HtmlElement): string[] {
  const id = attribute(element, 'id')
  return id === null ? classNames(element) : [...classNames(element), id]
}

function leftOut(survey: Survey, parts: Part[]): Set<HtmlElement> {
  return new Set(survey.elements.filter((_, index) => parts.includes(survey.parts[index]!)))
}

/** The index of the one place that the page itself names as its content, where that holds most of the text; else of the body. */
function mainPlace({ elements, parts, lengths, totals }: Survey): number {
  const found = rules.MAIN_PLACES.map((): number[] => [])
  elements.forEach((element, index) => {
    if (parts[index] !== 'content') return
    rules.MAIN_PLACES.forEach((place, number) => isPlace(element, place) && found[number]!.push(index))
  })
  const isMain = (places: number[], share: number): boolean => places.length === 1 && lengths[places[0]!]! >= share * totals.content
  return found.find((places, number) => isMain(places, rules.MAIN_PLACES[number]!.share))?.[0] ?? 0
}

function isPlace(element: HtmlElement, { tag, role, name }: (typeof rules.MAIN_PLACES)[number]): boolean {
  if (tag !== undefined) return element.tagName === tag
  if (element.attrs.length === 0) return false
  if (role !== undefined) return roleOf(element) === role
  return name !== undefined && namesOf(element).some(own => name.test(own))
}

/** Drupal prints the title above the content's own block, sometimes in the header. */
function titleOutside(survey: Survey, root: number): HtmlElement | null {
  const headings = survey.elements.flatMap((element, index) => (element.tagName === 'h1' && isShownTitle(survey, index) ? [index] : []))
  if (headings.some(index => survey.parts[index] === 'content' && index >= root && index < survey.ends[root]!)) return null
  const titles = headings.map(index => survey.elements[index]!)
  return titles.find(element => namesOf(element).some(name => rules.PAGE_TITLE.test(name))) ?? titles[0] ?? null
}

function isShownTitle({ elements, parts }: Survey, index: number): boolean {
  const isShown = parts[index] === 'content' || parts[index] === 'navigation'
  return isShown && !namesAround(elements[index]!).some(name => rules.SITE_NAME.test(name))
}

function namesAround(element: HtmlElement): string[] {
  const parent = element.parentNode
  return [...namesOf(element), ...(parent && 'tagName' in parent ? namesOf(parent) : [])]
}
