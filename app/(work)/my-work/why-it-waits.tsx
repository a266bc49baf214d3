import { assignmentAddress } from '@/app/_addresses/assignment'
import { Stack } from '@/app/_ui/layout'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { DateRequest } from '@/lib/overview/date-requests'
import { shortened } from '@/lib/platform/text'

/** How many characters of a reason fit in two lines. */
const room = 180

type Props = Pick<DateRequest, 'recommendation' | 'assignment' | 'reason'>

/** The recommendation of an assignment that waits for a decision, the organization, and the reason that it gives. */
export const WhyItWaits = ({ recommendation, assignment, reason }: Props) => (
  <Stack gap="tight">
    <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} />
    <span>
      <b dir="auto">{assignment.organization.name}</b>
      <br />
      <span dir="auto">{shortened(reason, room)}</span>
    </span>
  </Stack>
)
