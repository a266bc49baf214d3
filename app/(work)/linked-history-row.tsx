import { assignmentAddress } from '@/app/_addresses/assignment'
import { annotationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import { HistoryRow } from '@/app/(work)/_components/history-row'
import type { Entry } from '@/lib/history/timeline'

/** A row of the history with a link to the annotation, the assignment or the recommendation that it is about. */
export const LinkedHistoryRow = ({ entry }: { entry: Entry }) => (
  <HistoryRow entry={entry}>
    {entry.recommendation && (
      <>
        {' '}
        <a href={placeOf(entry.recommendation, entry)}>{entry.recommendation}</a>
      </>
    )}
  </HistoryRow>
)

/** Returns the URL at which the reader can see what an entry about a recommendation tells. */
export function placeOf(key: string, { annotation, assignment }: Pick<Entry, 'annotation' | 'assignment'>) {
  if (annotation) return annotationAddress(key, annotation)
  return assignment ? assignmentAddress(assignment) : recommendationPath(key)
}
