import type { Shape } from './shapes.ts'
import type { SlotName } from './slots.ts'

/** Turns of phrase that tell what a paragraph without its heading is about. */
const cues: Readonly<Partial<Record<SlotName, readonly RegExp[]>>> = {
  formatDescription: [
    /^(?=.{1,300}$).*\b(?:tables?|seats?|seated|seating|chairs?|rows|circle|podium|stage|set-?up|lay-?out)\b/i,
    /^(?=.{1,300}$).*\b(?:statements|presentations|remarks|debate|discussion|plenary|break-?outs?)\b.{0,40}\b(?:followed|then|before|after|end)\b/i,
    /\b(?:this|the|our) format\b/i,
  ],
  issueStatement: [
    /\b(?:challenges?|obstacles?|barriers?|concerns?|threats?|risks?)\b.{0,60}\b(?:is|are|remain|include|arise|persist)\b/i,
    /\b(?:lack of|gaps? (?:in|between)|raises? (?:important |serious |many )?(?:questions|issues|concerns)|at stake)\b/i,
    /\b(?:challenges? and opportunit|opportunit\w+ and challenges?|issues? (?:is|are|include)|one of the issues)/i,
  ],
  connection: [
    /\bmessages\b/i,
    /\b(?:katowice|addis ababa|kyoto|riyadh|berlin|last|previous|earlier|past)\b.{0,40}\bmessages\b/i,
    /\bmessages\b.{0,50}\b(?:igf|katowice|addis ababa|kyoto|riyadh)\b/i,
  ],
  gains: [
    /\b(?:participants?|attendees?|audience|people|those who (?:come|attend)|you)\b.{0,40}\b(?:gain|learn|leave with|take away|walk away|take home|acquire|benefit from|be able to|understanding of)\b/i,
    /\b(?:by attending|takeaways?|hands-on)\b/i,
  ],
  goalTargets: [
    /\bSDGs?\b/,
    /\b(?:goals?|targets?) \d/i,
    /\bsustainable development\b|\b2030 agenda\b/i,
    /\b(?:these|the following|this|its) (?:targets?|goals?)\b/i,
  ],
  description: [
    /\b(?:is|will be) (?:divided|structured|organi[sz]ed|split) (?:in|into|around|as|along)\b/i,
    /\b(?:session|workshop|debate|panel|round ?table) (?:begins|starts|opens|will (?:begin|start|open)|is about|turns)\b/i,
    /\b\d+ ?min(?:utes)?\b/i,
    /\b(?:speakers|panelists|panellists) (?:will|are)\b/i,
  ],
  expectedOutcomes: [
    /\b(?:expected|intended|anticipated|desired|concrete|tangible) (?:outcomes?|results?|outputs?)\b|^outcomes?\b/i,
    /\bby the end of (?:the|this|our) (?:session|workshop|event|discussion)\b/i,
    /\b(?:will|would|should|to) (?:\w+ )?(?:result in|produce|publish|deliver|draft|lead to|kick-?start|compile|generate|culminate|contribute to a)\b/i,
    /\b(?:recommendations|outcome (?:document|report)|(?:short|final|summary|policy) (?:paper|report|brief)|good practices|best practices|road ?map|commitments)\b/i,
    /\b(?:results|findings|conclusions) (?:will )?(?:feed|flow|go) into\b/i,
    /\bwill be (?:published|drafted|shared|summari[sz]ed|compiled|produced|collected|distributed|documented)\b/i,
  ],
  interaction: [
    /\bmoderators?(?: on-? ?site| online| in the room)? (?:will|would|can|shall)\b|\b(?:give|take|open|have) the floor\b|\bthe floor (?:to|will|is)\b/i,
    /\b(?:online|remote|onsite|on-site|in-person|virtual) (?:and (?:online|onsite|remote|in-person) )?(?:participants?|attendees?|audience|moderators?|speakers?)\b/i,
    /\b(?:questions (?:and answers|from the (?:room|audience|floor))|Q ?& ?A|interactive|polls?\b|polling|chat|microphone|zoom|mentimeter|slido|break-?out groups)|\b(?:send|ask|post|type|submit) (?:their |in )?(?:questions|remarks|comments)\b/i,
    /\bparticipants will be (?:encouraged|invited|able to (?:ask|join|comment))\b|\bhybrid\b/i,
    /\bfacilitat(?:e|es|ed|ing|ors?)\b|\bvot(?:e|es|ing)\b/i,
    /\b(?:on-?site|on site|in person|in the room|the hall|the room) and (?:\w+ )?(?:online|remote|screen|on a phone|at a distance|those who join|elsewhere)/i,
  ],
  relevanceToInternetGovernance: [
    /\binternet governance\b/i,
    /\b(?:internet|it) is governed\b|\bgoverning\b|\bgovernance of the internet\b/i,
    /\bmulti-?stakeholder (?:model|approach|governance)\b|\ball stakeholders\b|\bIGF\b/i,
  ],
  relevanceToTheme: [
    /\b(?:the|this|main|its|our|igf|sub-?)\s?themes?\b/i,
    /\bthematic track\b|\bsub-?theme\b/i,
    /\bfits\b.{0,30}\b(?:theme|track)\b/i,
  ],
  onlineParticipation: [/\b(?:official|additional) (?:online )?(?:participation )?tools?\b/i],
}
const looked = 700
const each = 0.8
const most = 1.6
const remembered = new WeakMap<Shape, Map<SlotName, number>>()

function weigh(tests: readonly RegExp[], shape: Shape): number {
  const head = shape.line.text.slice(0, looked)
  const text = head.includes('  ') ? head.replace(/ {2,}/g, ' ') : head
  return Math.min(most, each * tests.filter(test => test.test(text)).length)
}

/** How much a paragraph's own words speak for a place, as a cost saved. */
export function cueFor(slot: SlotName, shape: Shape): number {
  const tests = cues[slot]
  if (!tests || !shape.isProse) return 0
  let known = remembered.get(shape)
  if (!known) remembered.set(shape, (known = new Map()))
  let weight = known.get(slot)
  if (weight === undefined) known.set(slot, (weight = weigh(tests, shape)))
  return weight
}

/** The most that a paragraph's words speak for any place. */
export const mostCue = (shape: Shape): number => (shape.isProse ? Math.max(...told.map(slot => cueFor(slot, shape))) : 0)
const told = Object.keys(cues) as SlotName[]
