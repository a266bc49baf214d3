/** A name in the rows, the organization that it means or '', and the place of its field in the form. */
export type ChosenName = { written: string; name: string; place: string }

/** Reads which organization was chosen for each name in the rows. */
export const chosenNames = (fields: Readonly<Record<string, string>>): ChosenName[] =>
  Object.entries(fields).flatMap(([field, written]) => {
    const [, place] = /^written-(\d+)$/.exec(field) ?? []
    return place === undefined ? [] : [{ written, name: fields[`same-${place}`] ?? '', place }]
  })
