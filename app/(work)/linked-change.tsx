import type { Entry } from '@/lib/history/chronicle'
import { Change } from './change'
import { noteAddress, pathOf } from './recommendations/[key]/address'

/** A row of the history that leads to its recommendation, where it has one. */
export const LinkedChange = ({ entry }: { entry: Entry }) => (
  <Change entry={entry}>
    {entry.recommendation && (
      <>
        {' '}
        <a href={placeOf(entry.recommendation, entry.annotation)}>{entry.recommendation}</a>
      </>
    )}
  </Change>
)

const placeOf = (key: string, annotation: string | undefined) =>
  annotation ? noteAddress(key, annotation) : pathOf(key)
