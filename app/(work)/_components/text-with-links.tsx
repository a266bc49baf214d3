/** `[three assignments](overdue)`: words that lead somewhere, within a sentence of the catalogue. */
const link = /\[([^\][]+)\]\((\w+)\)/

/** A sentence in which some words are links: where each name leads. */
export function TextWithLinks({ text, to }: { text: string; to: Partial<Record<string, string>> }) {
  const pieces = text.split(link)
  // By threes: text, words, the name of where they lead.
  return pieces.map((piece, place) => {
    if (place % 3 === 2) return null
    const name = place % 3 === 1 ? pieces[place + 1] : undefined
    const href = name === undefined ? undefined : to[name]
    return href ? (
      <a key={name} href={href}>
        {piece}
      </a>
    ) : (
      piece
    )
  })
}
