import { annotationAddress, recommendationPath } from '@/app/_addresses/recommendation'
import { HistoryRow } from '@/app/(work)/_components/history-row'
import type { Entry } from '@/lib/history/timeline'

/** A row of the history that leads to its recommendation, where it has one. */
export const LinkedChange = ({ entry }: { entry: Entry }) => (
  <HistoryRow entry={entry}>
    {entry.recommendation && (
      <>
        {' '}
        <a href={placeOf(entry.recommendation, entry.annotation)}>{entry.recommendation}</a>
      </>
    )}
  </HistoryRow>
)

const placeOf = (key: string, annotation: string | undefined) =>
  annotation ? annotationAddress(key, annotation) : recommendationPath(key)
