import { recommendationAddress, rowId } from '@/app/_addresses/recommendation'
import { LinkButton } from '@/app/_ui/button'
import { stepsOf, type WorkItem } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

type Props = { item: WorkItem; main?: boolean | undefined }

/** What to do about an assignment, as buttons that lead to the forms: the next step first. */
export function NextStepButton({ item, main }: Props) {
  const { recommendation, assignment } = item
  return stepsOf(item).map((step, place) => (
    <LinkButton
      key={step}
      href={recommendationAddress(
        recommendation.key,
        step === 'own' ? { change: assignment.id } : { report: assignment.id },
        rowId(assignment.id),
      )}
      variant={main && place === 0 ? 'main' : 'plain'}
    >
      {t(`work.next.${step}`)}
    </LinkButton>
  ))
}
