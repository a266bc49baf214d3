import { pointingToBox } from '@/app/(work)/_components/add-missing'
import type { PeopleInvited } from '@/lib/people/invite-several'
import type { Linked } from '@/lib/people/invite-user'
import type { FormState } from '@/lib/platform/form'
import { listInWords, t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

/**
 * Returns what the form shows after several people were invited: the links, and the lines that failed with their
 * reasons.
 */
export function stateAfter(invited: PeopleInvited, role: string | undefined, notAdded: Failure | undefined): FormState {
  const { all, header } = invited
  const failed = all.flatMap(({ person, result }) => (result.ok ? [] : [{ person, reason: reasonOf(result) }]))
  const came = all.flatMap(({ result }) => (result.ok ? [result.value] : []))
  const links = came.map(({ name, email, link, mailed }) => ({
    label: t(mailed ? 'people.several.mailed' : 'people.several.link', { name, email }),
    value: link,
  }))
  const sentences = [
    t('people.several.done', { count: came.length }),
    header === undefined ? '' : t('people.several.header', { text: header }),
    withoutOrganization(came),
  ]
  const result = { done: sentences.filter(Boolean).join(' '), links }
  if (failed.length === 0) return result

  const reasons = failed.map(({ person: { text }, reason }, place) =>
    t('people.several.failed', { line: place + 1, text, reason }),
  )
  const people = failed.map(({ person }) => person.text).join('\n')
  return {
    ...result,
    message: t('people.several.wrong', { count: failed.length }),
    errors: { people: [...reasons, ...(notAdded ? [reasonOf(notAdded)] : [])].join('\n') },
    typed: { people, ...(role && { role }) },
  }
}

/**
 * Returns a warning about focal points without an organization, who have nothing to report on. Empty if there are none.
 */
export function withoutOrganization(people: readonly Pick<Linked, 'name' | 'role' | 'organizations'>[]): string {
  const names = people.flatMap(({ name, role, organizations }) =>
    role === 'focal_point' && organizations.length === 0 ? [name] : [],
  )
  return names.length === 0 ? '' : t('people.withoutOrganization', { names: listInWords(names), count: names.length })
}

function reasonOf(failure: Failure) {
  const pointing = pointingToBox(failure)
  return pointing.reason === 'invalid'
    ? pointing.errors.map(({ code, params }) => t(`errors.${code}`, params)).join(' ')
    : t(`errors.${pointing.code}`, pointing.params)
}
