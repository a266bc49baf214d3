/** Matches `[three assignments](overdue)`: words of a sentence in the catalogue that are a link. */
const link = /\[([^\][]+)\]\((\w+)\)/

/** Renders a sentence in which some words are links. `to` contains the URL for each name. */
export function TextWithLinks({ text, to }: { text: string; to: Partial<Record<string, string>> }) {
  const pieces = text.split(link)
  // The pieces come in threes: a text, the words of a link, and its name.
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
