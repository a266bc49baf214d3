import 'server-only'
import { namesIn } from '@/lib/organizations/pasted-names'
import { typedParties } from '@/lib/organizations/typed-parties'
import { type FormState, readForm } from '@/lib/platform/form'

const namesAtATime = 100

/** Returns the fields of a cycle as its form has them: each line of `parties` is the name of an organization or a group. */
export async function typedCycle(form: FormData) {
  const { name, asks, opensOn, closesOn, document = null, parties = '' } = readForm(form)
  const names = namesIn(parties)
  const found = []
  for (let from = 0; from < names.length; from += namesAtATime) {
    found.push(...(await typedParties(names.slice(from, from + namesAtATime).join(';'))))
  }
  return {
    ...{ name, asks, opensOn, closesOn, document },
    organizations: found.flatMap(({ name, group }) => (group === undefined ? [name] : [])),
    groups: found.flatMap(({ group }) => group ?? []),
  }
}

/** Moves the errors of single names to the field in which they were typed. */
export function partiesInOneField(state: FormState): FormState {
  const wrong = Object.entries(state.errors ?? {})
  const ofNames = wrong.filter(([field]) => /^(organizations|groups)\b/.test(field))
  if (ofNames.length === 0) return state
  const others = wrong.filter((one) => !ofNames.includes(one))
  const parties = [...new Set(ofNames.map(([, text = '']) => text))].slice(0, 5).join('\n')
  return { ...state, errors: { ...Object.fromEntries(others), parties } }
}
