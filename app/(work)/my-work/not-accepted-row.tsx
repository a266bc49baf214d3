import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Stack } from '@/app/_ui/layout'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { WaitingSince } from '@/app/(work)/_components/waiting-since'
import type { NotAccepted } from '@/lib/overview/not-accepted'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'

/** How many characters of a reason fit in two lines. */
const room = 180

type Props = { found: NotAccepted; main: boolean }

/** A recommendation that its organization does not accept. The page of the assignment has both forms: to close and to ask again. */
export const NotAcceptedRow = ({ found: { recommendation, assignment, reason, answeredOn }, main }: Props) => (
  <li>
    <div>
      <b>{t('position.not_accepted')}</b>
      <br />
      <WaitingSince day={answeredOn} />
    </div>
    <Stack gap="tight">
      <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} />
      <span>
        <b dir="auto">{assignment.organization.name}</b>
        <br />
        <span dir="auto">{shortened(reason, room)}</span>
      </span>
    </Stack>
    <LinkButton href={assignmentAddress(assignment.id, {}, 'next')} variant={main ? 'main' : 'plain'}>
      {t('myWork.next.not_accepted')}
    </LinkButton>
  </li>
)
