import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { stepsOf, type WorkItem } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

type Props = { item: WorkItem; main?: boolean | undefined }

/** Buttons for what to do about an assignment. They lead to the forms, the next step first. */
export function NextStepButton({ item, main }: Props) {
  return stepsOf(item).map((step, place) => (
    <LinkButton
      key={step}
      href={assignmentAddress(item.assignment.id, { form: step === 'own' ? 'change' : 'report' }, 'next')}
      variant={main && place === 0 ? 'main' : 'plain'}
    >
      {t(`myWork.next.${step}`)}
    </LinkButton>
  ))
}
