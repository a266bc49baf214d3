import { Overdue } from '@/app/_ui/text'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'

type Props = { assignment: Parameters<typeof reportedLateInWords>[0] }

/** Says how late an implemented assignment was reported. Renders nothing if it was in time. */
export function ReportedLate({ assignment }: Props) {
  const late = reportedLateInWords(assignment)
  if (!late) return null
  return (
    <div>
      <small>
        <Overdue>{late}</Overdue>
      </small>
    </div>
  )
}
