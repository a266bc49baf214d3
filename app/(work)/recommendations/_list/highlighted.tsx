import { hit } from '@/lib/register/search-hits'

/** A text with the search terms marked. */
export function Highlighted({ text }: { text: string }) {
  if (!text.includes(hit.start)) return text
  const [before = '', ...found] = text.split(hit.start)
  let at = before.length
  return [
    before,
    ...found.flatMap((piece) => {
      const [marked = '', after = ''] = piece.split(hit.stop)
      at += piece.length
      return [<mark key={at}>{marked}</mark>, after]
    }),
  ]
}
