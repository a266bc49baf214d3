/** A name in a text, and what stands around it and is never shortened, such as how many others there are. */
export type AroundName = { before?: string; name: string; after?: string }

const mark = '\u0000'

/** A text with a name in it, in parts, so that only the name is shortened where there is too little room. */
export function aroundName(name: string, text: (name: string) => string): AroundName {
  const [before, after] = text(mark).split(mark)
  return { ...(before && { before }), name, ...(after && { after }) }
}
