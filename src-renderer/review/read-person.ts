import { regionalGroups, stakeholderGroups, type Role } from '../../src-preload/record.ts'
import type { PersonDetails } from '../../src-preload/types.ts'

const label = /^\s*(?:[-•*–]\s*)?(?:\(?\d+[.)]\s*)?(?:(?:co-?)?(?:organi[sz]er|speaker|moderator|rapporteur|proposer)s?\s*\d*\s*:)?\s*/i
const honorific = /^(?:(?:mr|ms|mrs|mx|dr|prof|amb|hon)\b\.?\s+)+/i

const find = <T extends string>(groups: readonly T[], part: string): T | null =>
  groups.find(group => group.toLowerCase() === part.toLowerCase() || group.replace(/ \(.*/, '').toLowerCase() === part.toLowerCase()) ??
  null

/** A person from a line such as `Speaker 2: Luca Belli, Civil Society, African Group`. */
export function readPerson(text: string, role: Role): PersonDetails {
  const parts = text
    .replace(label, '')
    .split(/[,\n]/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const [first = '', ...rest] = parts
  let stakeholderGroup: PersonDetails['stakeholderGroup'] = null
  let regionalGroup: PersonDetails['regionalGroup'] = null
  const affiliation: string[] = []
  for (const part of rest) {
    const stakeholder: PersonDetails['stakeholderGroup'] = stakeholderGroup === null ? find(stakeholderGroups, part) : null
    const region: PersonDetails['regionalGroup'] = stakeholder === null && regionalGroup === null ? find(regionalGroups, part) : null
    if (stakeholder) stakeholderGroup = stakeholder
    else if (region) regionalGroup = region
    else affiliation.push(part)
  }
  return {
    role,
    name: first.replace(honorific, '') || null,
    affiliation: affiliation.join(', ') || null,
    stakeholderGroup,
    regionalGroup,
  }
}
