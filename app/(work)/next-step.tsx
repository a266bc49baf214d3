import { LinkButton } from '@/app/_ui/button'
import { stepsOf, type WorkItem } from '@/lib/overview/my-work'
import { words } from '@/lib/platform/i18n'
import { addressOf, rowId } from './recommendations/[key]/address'

type Props = { item: WorkItem; main?: boolean | undefined }

/** What to do about an assignment, as buttons that lead to the forms: the next step first. */
export function NextStep({ item, main }: Props) {
  const { recommendation, assignment } = item
  return stepsOf(item).map((step, place) => (
    <LinkButton
      key={step}
      href={addressOf(
        recommendation.key,
        step === 'own' ? { change: assignment.id } : { report: assignment.id },
        rowId(assignment.id),
      )}
      variant={main && place === 0 ? 'main' : 'plain'}
    >
      {words(`work.next.${step}`)}
    </LinkButton>
  ))
}
