import { LinkButton } from '@/app/_ui/button'
import type { WorkItem } from '@/lib/overview/my-work'
import { words } from '@/lib/platform/i18n'
import { addressOf, rowId } from './recommendations/[key]/address'

type Props = { item: WorkItem; main?: boolean | undefined }

/** What to do about an assignment, as a button that leads to its form. */
export function NextStep({ item: { recommendation, assignment, next }, main }: Props) {
  if (!next) return null
  const open = next === 'own' ? { change: assignment.id } : { report: assignment.id }
  return (
    <LinkButton href={addressOf(recommendation.key, open, rowId(assignment.id))} variant={main ? 'main' : 'plain'}>
      {words(`work.next.${next}`)}
    </LinkButton>
  )
}
