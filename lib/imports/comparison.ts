import 'server-only'
import { countsOfDifferences, type DifferenceCounts } from './list-differences'
import { countsOfPlaces, type PlaceCounts } from './list-places'

/** How many paragraphs of a new edition differ, and what becomes of how many recommendations and annotations. */
export type Comparison = { paragraphs: DifferenceCounts; places: PlaceCounts }

export async function comparisonOf(importId: string): Promise<Comparison> {
  const [paragraphs, places] = await Promise.all([countsOfDifferences(importId), countsOfPlaces(importId)])
  return { paragraphs, places }
}
