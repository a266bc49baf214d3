/** From this confidence on, a candidate is suggested. */
const suggestedFrom = 0.5

/** Returns the decision of a candidate before anyone decides. What a person added has no confidence. */
export const undecided = (confidence: number | null) =>
  confidence === null || confidence >= suggestedFrom ? 'suggested' : 'offered'
