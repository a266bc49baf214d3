/** A name in a text, with the text around it, which is never shortened, such as the number of others. */
export type AroundName = { before?: string; name: string; after?: string }

const mark = '\u0000'

/** Splits a text at the name in it, so that only the name is shortened if there is too little room. */
export function aroundName(name: string, text: (name: string) => string): AroundName {
  const [before, after] = text(mark).split(mark)
  return { ...(before && { before }), name, ...(after && { after }) }
}
