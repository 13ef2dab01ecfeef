/** A session page as Drupal 7 renders it for a visitor who is logged in. */
export const DRUPAL_7_PAGE = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head profile="http://www.w3.org/1999/xhtml/vocab">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>IGF 2019 WS #7 Page title | Internet Governance Forum</title>
<style>@import url("/sites/all/x.css");</style><script>jQuery.extend(Drupal.settings, {"basePath":"\\/"});</script></head>
<body class="html not-front logged-in one-sidebar page-node admin-menu toolbar">
<div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Skip to main content</a></div>
<div id="admin-menu" class="admin-menu-processed"><div id="admin-menu-wrapper"><ul><li><a href="/admin">Admin structure</a></li></ul></div></div>
<div id="page-wrapper"><div id="page">
<div id="header"><div class="section clearfix"><div id="name-and-slogan"><h1 id="site-name"><a href="/">Internet Governance Forum</a></h1></div>
<div class="region region-header"><div id="block-search-form" class="block block-search"><form><label for="edit-search">Search</label><input type="text" value="Search words"/></form></div></div></div></div>
<div id="main-menu" class="navigation"><h2 class="element-invisible">Main menu</h2><ul id="main-menu-links" class="links"><li><a href="/">Home menu</a></li></ul></div>
<div id="messages"></div>
<div id="main-wrapper"><div id="main" class="clearfix">
<div id="breadcrumb"><h2 class="element-invisible">You are here</h2><div class="breadcrumb"><a href="/">Home</a> » <a href="/ws">Workshops</a></div></div>
<div id="content" class="column"><div class="section">
<a id="main-content"></a>
<h1 class="title" id="page-title">IGF 2019 WS #7 Trust &amp; safety of the young</h1>
<div class="tabs"><h2 class="element-invisible">Primary tabs</h2><ul class="tabs primary"><li><a href="/node/1">View tab</a></li></ul></div>
<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">
<div id="node-1" class="node node-workshop" about="/node/1">
<div class="content clearfix">
<div class="field field-name-field-room field-type-text field-label-inline clearfix"><div class="field-label">Room:&nbsp;</div><div class="field-items"><div class="field-item even">Ballroom A</div></div></div>
<div class="field field-name-field-org field-type-text field-label-inline clearfix"><div class="field-label">Organizer 1:&nbsp;</div><div class="field-items"><div class="field-item even">Ana Díaz, Example Society</div></div></div>
<div class="field field-name-field-empty field-label-inline clearfix"><div class="field-label">Thematic Track:&nbsp;</div><div class="field-items"></div></div>
<div class="field field-name-field-moderator field-label-above"><div class="field-label">Moderator:&nbsp;</div><div class="field-items"><div class="field-item even"><p>Bo Li, Civil Society, African Group</p></div></div></div>
<div class="field field-name-field-pq field-label-above"><div class="field-label">Policy Question(s):&nbsp;</div><div class="field-items"><div class="field-item even"><ol><li>What is&nbsp;trust?</li><li>Who is <em>young</em>?</li></ol></div></div></div>
<div class="field field-name-field-sdg field-label-above"><div class="field-label">SDGs:&nbsp;</div><div class="field-items"><div class="field-item even">GOAL 4: Quality Education</div><div class="field-item odd">GOAL 5: Gender Equality</div></div></div>
<div class="field field-name-body field-label-hidden"><div class="field-items"><div class="field-item even"><p>First line<br />second line</p><p>&nbsp;</p><ul><li>a point</li><li>another point</li></ul>
<p>Write to <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="00">[email&#160;protected]</a> or <a href="javascript:alert(1)">click</a>.</p></div></div></div>
</div><ul class="links inline"><li class="print_html"><a href="/print/1">Printer-friendly version</a></li></ul>
</div></div></div></div>
</div></div>
<div id="sidebar-first" class="column sidebar"><div class="region region-sidebar-first"><h2>Sidebar of the site</h2><p>Latest news</p></div></div>
</div></div>
<div id="footer-wrapper"><div class="region region-footer"><p>Contact Information of the site</p></div></div>
</div></div>
<div id="sliding-popup"><div class="eu-cookie-compliance-banner"><p>We use cookies on this site.</p><button>OK, I agree</button></div></div>
</body></html>`

export const DRUPAL_7_TEXT = `IGF 2019 WS #7 Trust & safety of the young
Room: Ballroom A
Organizer 1: Ana Díaz, Example Society
Thematic Track:
Moderator:
Bo Li, Civil Society, African Group
Policy Question(s):
1. What is\u00A0trust?
2. Who is young?
SDGs:
GOAL 4: Quality Education
GOAL 5: Gender Equality
First line
second line
a point
another point
Write to [email\u00A0protected] or click.`

/** The same kind of page as Drupal 9 and later render it. */
export const DRUPAL_9_PAGE = `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8" /><title>x | IGF</title><noscript><link rel="x"></noscript></head>
<body class="layout-one-sidebar page-node-9 path-node node--type-workshop">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas"><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-igf-branding" class="block block-system block-system-branding-block"><a href="/" rel="home">Internet Governance Forum</a></div>
<nav role="navigation" aria-labelledby="block-menu" class="block block-menu navigation menu--main"><h2 class="visually-hidden">Main navigation</h2><ul class="menu"><li class="menu-item">About menu</li></ul></nav></div></header>
<div class="region region-breadcrumb"><nav class="breadcrumb" role="navigation"><ol><li>Home</li></ol></nav></div>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content">
<div data-drupal-messages-fallback class="hidden"></div>
<div id="block-igf-page-title" class="block block-core block-page-title-block"><h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">IGF 2022 Open Forum #12 Data for all</span></h1></div>
<nav class="tabs" role="navigation"><h2 class="visually-hidden">Primary tabs</h2><ul class="tabs primary"><li>View</li></ul></nav>
<div id="block-igf-content" class="block block-system block-system-main-block">
<article role="article" class="node node--type-workshop node--view-mode-full"><div class="node__content clearfix">
<div class="field field--name-field-time field--type-daterange field--label-above"><div class="field__label">Time</div><div class="field__item"><time datetime="2022-11-29T08:15:00Z">Tuesday, 29th November, 2022 (08:15 UTC)</time> - <time>Tuesday, 29th November, 2022 (09:45 UTC)</time></div></div>
<div class="field field--name-field-room field--type-string field--label-above"><div class="field__label">Room</div><div class="field__item">Press Briefing Room</div></div>
<div class="field field--name-field-org field--label-inline clearfix"><div class="field__label">Organizer 1</div><div class="field__item">Ana Díaz, <img class="emoji" alt="🔒" src="lock.svg"> Example Society</div></div>
<div class="field field--name-field-hidden field--label-visually_hidden"><div class="field__label visually-hidden">SDGs</div><div class="field__items"><div class="field__item">16.10</div><div class="field__item">16.6</div></div></div>
<div class="field field--name-field-roster field--label-above"><div class="field__label">Speakers</div><div class="field__item"><table><thead><tr><th>Name</th><th>Organisation</th></tr></thead><tbody><tr><td><p>Bo Li</p></td><td>Example Lab</td></tr></tbody></table></div></div>
<fieldset class="collapsible collapsed"><legend><span class="fieldset-legend">Session Report</span></legend><div class="fieldset-wrapper" style="display: none;"><p>What was said.</p></div></fieldset>
</div></article></div></div></div></main>
<aside class="layout-sidebar-first" role="complementary"><p>Related sessions</p></aside>
<footer role="contentinfo"><p>Footer of the site</p></footer>
</div></div><script>alert('script words')</script><template><p>template words</p></template></body></html>`

export const DRUPAL_9_TEXT = `IGF 2022 Open Forum #12 Data for all
Time
Tuesday, 29th November, 2022 (08:15 UTC) - Tuesday, 29th November, 2022 (09:45 UTC)
Room
Press Briefing Room
Organizer 1: Ana Díaz, 🔒 Example Society
SDGs
16.10
16.6
Speakers
Name | Organisation
Bo Li | Example Lab
Session Report
What was said.`

/** Lines that hold something, without their indentation. */
export function filledLines(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
