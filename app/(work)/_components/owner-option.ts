import type { Assignee } from '@/lib/assignments/assignees'
import { t } from '@/lib/platform/i18n'

/** Returns the option for a person. Two people with the same name differ by their organizations. */
export const ownerOption = ({ email, name, organizations }: Assignee) => ({
  value: email,
  label:
    organizations.length > 0
      ? t('recommendation.assignments.ownerFrom', { name, organization: organizations.join(', ') })
      : name,
})
