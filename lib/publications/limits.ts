/** The largest report. Everything in it is held in memory while it is made. */
export const bounds = {
  recommendations: 10_000,
  assignments: 20_000,
  /** The number of reports of each assignment in a dossier. */
  reportsOfEach: 200,
  /** The length of the content in characters. */
  characters: 40_000_000,
}

export type Bounds = typeof bounds

/** Thrown if a report would be larger than the limits. */
export class PublicationTooLarge extends Error {
  override name = 'PublicationTooLarge'
}
