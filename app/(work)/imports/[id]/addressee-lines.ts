import type { CandidateNow } from '@/lib/imports/candidate-shape'

/** Returns addressees as people edit them, one on each line: the words of the text, and "= Organization" if linked. */
export const addresseesInLines = (addressees: CandidateNow['addressees']) =>
  addressees
    .map(({ name, organization, group, match }) => {
      const party = (organization ?? group)?.name
      return party && match === 'linked' ? `${name} = ${party}` : name
    })
    .join('\n')

/** Returns the lines that would link the addressees for which an organization or a group is proposed. */
export const proposedLines = (addressees: CandidateNow['addressees']) =>
  addressees.flatMap(({ name, organization, group, match }) => {
    const party = (organization ?? group)?.name
    return party && match === 'proposed' ? [`${name} = ${party}`] : []
  })

/** Reads addressees from such lines. An organization or a group is then given by its name. */
export function readAddressees(lines: string) {
  return lines.split(/\r?\n/).flatMap((line) => {
    const at = line.lastIndexOf(' = ')
    const [name, party] = at === -1 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 3).trim()]
    if (name === '' && party === '') return []
    return [{ name, ...(party !== '' && { party }) }]
  })
}
