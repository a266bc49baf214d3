import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { type NextStep, stepsOf, type WorkItem } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

const forms = { report: 'report', complete: 'report', position: 'position', own: 'change' } as const

const continues = ({ draft }: WorkItem, step: NextStep) => draft !== undefined && forms[step] === 'report'

type Props = { item: WorkItem; main?: boolean | undefined }

/** Buttons for what to do about an assignment. They lead to the forms, the next step first. */
export function NextStepButton({ item, main }: Props) {
  return stepsOf(item).map((step, place) => (
    <LinkButton
      key={step}
      href={assignmentAddress(item.assignment.id, { form: forms[step] }, 'next')}
      variant={main && place === 0 ? 'main' : 'plain'}
    >
      {t(continues(item, step) ? 'reportDraft.continue' : `myWork.next.${step}`)}
    </LinkButton>
  ))
}
