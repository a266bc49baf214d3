import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import type { WorkItem } from '@/lib/overview/my-work'
import { t } from '@/lib/platform/i18n'

const forms = { report: 'report', complete: 'report', position: 'position', own: 'change' } as const

type Props = { item: WorkItem; main?: boolean | undefined }

/** The button for what to do next about an assignment, which leads to the form. Nothing for those who only read. */
export function NextStepButton({ item: { next, draft, assignment }, main }: Props) {
  if (!next) return null
  const continues = draft !== undefined && forms[next] === 'report'
  return (
    <LinkButton
      href={assignmentAddress(assignment.id, { form: forms[next] }, 'next')}
      variant={main ? 'main' : 'plain'}
    >
      {t(continues ? 'reportDraft.continue' : `myWork.next.${next}`)}
    </LinkButton>
  )
}
