import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { NotAccepted } from '@/lib/overview/not-accepted'
import { t } from '@/lib/platform/i18n'
import { WhyItWaits } from './why-it-waits'

type Props = { found: NotAccepted; main: boolean }

/** A recommendation that its organization does not accept. The page of the assignment has both forms: to close and to ask again. */
export const NotAcceptedRow = ({ found: { recommendation, assignment, reason, answeredOn }, main }: Props) => (
  <li>
    <div>
      <b>{t('position.not_accepted')}</b>
      <br />
      <WaitingSince day={answeredOn} />
    </div>
    <WhyItWaits recommendation={recommendation} assignment={assignment} reason={reason} />
    <LinkButton href={assignmentAddress(assignment.id, {}, 'next')} variant={main ? 'main' : 'plain'}>
      {t('myWork.next.not_accepted')}
    </LinkButton>
  </li>
)
