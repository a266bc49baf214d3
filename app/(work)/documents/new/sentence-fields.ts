/** A sentence by its paragraph's place, from 0, and where in it it begins. */
export const sentenceId = (place: number, start: number) => `${place}-${start}`

/** The name of its field: of its title, its kind. */
export const fieldOf = (part: 'title' | 'kind', place: number, start: number) => `${part}-${sentenceId(place, start)}`
