// What saved pages are made of, as data. Patterns are tested against each class name, and against the id.

/** Elements that never hold text of the page. */
export const NEVER_TEXT = new Set(
  'script style noscript template iframe object embed svg head title canvas audio video map button input select textarea datalist option optgroup meter progress'.split(
    ' ',
  ),
)

/** Elements that are navigation wherever they stand; header and footer only outside these. */
export const NAVIGATION_ELEMENTS = new Set(['nav', 'aside', 'search'])
export const LANDMARK_ELEMENTS = new Set(['header', 'footer'])
export const SECTIONING_ELEMENTS = new Set(['article', 'main', 'section'])

export const NAVIGATION_ROLES = new Set(
  'navigation banner contentinfo search menu menubar toolbar complementary dialog alertdialog'.split(' '),
)

/** Elements that are never navigation, whatever their class says. */
export const NEVER_NAVIGATION = new Set(['html', 'body', 'main', 'article'])

export const NAVIGATION_NAME = new RegExp(
  `^(?:${[
    'breadcrumbs?',
    '(?:main-|secondary-|primary-|footer-|user-)?(?:menu|nav|navbar|navigation)',
    'block-(?:system-)?(?:menu|breadcrumb-block|branding-block|powered-by-block|search|search-form-block|locale|language|user-login|local-tasks-block|local-actions-block)',
    '(?:block-)?menu-block(?:-wrapper)?(?:-\\d+)?',
    'pager|pagination|page-navigation|book-navigation|page-links',
    'skip-?links?|skip-to-(?:main-)?content',
    'tabs--(?:primary|secondary)|tabs-primary|local-tasks|primary-tabs|action-links|contextual(?:-links)?(?:-wrapper)?',
    'toolbar(?:-(?:bar|tray|menu|oriented))?|admin-(?:menu|toolbar)|block-admin',
    'lang(?:uage)?-switcher(?:-.*)?|language-switcher-locale-url',
    '(?:block-)?search-(?:block-)?form|search-box',
    'eu-cookie-compliance.*|sliding-popup|cookie-?(?:banner|notice|consent|bar|message|law).*|cookieconsent|cc-window|cc-banner|gdpr-.*|onetrust-.*',
    'social-(?:share|sharing|media|links|media-links)|addtoany.*|a2a_kit.*|sharethis.*|share-buttons?|addthis.*|feed-icons?|follow-us',
    'region-{1,2}(?:header|footer.*|sidebar.*|menu|navigation|breadcrumb)|sidebar|sidebar-(?:first|second|left|right)|site-(?:header|footer)|page-footer',
    'comment-form|comment-add|login-form|user-login-form|print-links?|print_(?:html|mail|pdf)|node-readmore|comment_?forbidden',
  ].join('|')})$`,
  'i',
)

/** Too common as class names to say anything there. */
export const NAVIGATION_ID = /^(?:header|footer|masthead|colophon|wpadminbar|main-menu|secondary-menu)$/i

/** The site's own name, often a second level-1 heading. */
export const SITE_NAME = /^(?:site-?name|site-slogan|site-title|logo|name-and-slogan|site-branding.*)$/i
export const PAGE_TITLE = /^(?:page-?title|page-header|block-page-title-block|node-?title|title|entry-title|js-quickedit-page-title)$/i

/** Drawn off the screen, for screen readers only. */
export const UNSEEN_NAME = /^(?:visually-hidden|element-invisible|sr-only|screen-reader-text)$/i
export const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Parts that a reader may unfold: text of the page even while hidden. */
export const FOLDED_NAME =
  /^(?:fieldset-wrapper|details-wrapper|collaps.*|accordion.*|ui-accordion-content|tab-pane|ui-tabs-panel|panel-collapse|quicktabs-tabpage|field-group-.*)$/i

/** Where a page's own text is looked for, in this order, and the share of all text that must be there to leave the rest. */
export const MAIN_PLACES: { tag?: string; role?: string; name?: RegExp; share: number }[] = [
  { tag: 'main', share: 0.5 },
  { role: 'main', share: 0.5 },
  { tag: 'article', share: 0.8 },
  { name: /^block-system-main(?:-block)?$/i, share: 0.8 },
  { name: /^region-{1,2}content$/i, share: 0.8 },
]

export const FIELD_LABEL = /^(?:field__label|field-label)$/
export const INLINE_FIELD = /^(?:field--label-inline|field-label-inline)$/
export const PLACED_FIELD = /^field-{1,2}label-(?:above|hidden|visually_hidden)$/

/** Blank lines (2) or a line break (1) around an element; what is not here runs on in its line. */
export const BLOCKS = new Map<string, 1 | 2>([
  ...'p h1 h2 h3 h4 h5 h6 ul ol dl menu dir table blockquote pre listing xmp plaintext figure hr details fieldset section article main header footer aside nav form search hgroup'
    .split(' ')
    .map(tag => [tag, 2] as const),
  ...'div address center dd dt li tr caption figcaption legend summary body html tbody thead tfoot td th dialog noframes frameset'
    .split(' ')
    .map(tag => [tag, 1] as const),
])
export const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext'])
