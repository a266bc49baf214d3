import type { Assignees } from '@/lib/assignments/assignees'
import { t } from '@/lib/platform/i18n'
import type { RecommendationView } from '@/lib/register/recommendation-view'

/** Returns the parties to which the text is addressed and which are not assigned yet, as options. */
export function addressedParties({ addressees, groups }: RecommendationView, candidates: Assignees) {
  const offered = addressees.flatMap(({ organization, group }) => {
    if (organization && candidates.organizations.some(({ slug }) => slug === organization.slug)) {
      return [{ value: organization.slug, label: organization.name }]
    }
    const members = candidates.groups.find(({ slug }) => slug === group?.slug)
    if (!members || groups.some(({ slug }) => slug === members.slug)) return []
    return [{ value: `group:${members.slug}`, label: t('recommendation.assignments.members', members) }]
  })
  return offered.filter(({ value }, place) => offered.findIndex((one) => one.value === value) === place)
}
