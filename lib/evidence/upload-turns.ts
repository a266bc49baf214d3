import 'server-only'

/** How many files one person may send at the same time, and how many all people together. */
const atOnce = { person: 3, all: 24 }

const sending = new Map<string, number>()

/** Returns a function that ends the turn of a person who sends a file, or undefined if too many are being sent. */
export function takeUploadTurn(person: string): (() => void) | undefined {
  const own = sending.get(person) ?? 0
  const all = [...sending.values()].reduce((sum, count) => sum + count, 0)
  if (own >= atOnce.person || all >= atOnce.all) return undefined
  sending.set(person, own + 1)
  return () => {
    const left = (sending.get(person) ?? 1) - 1
    if (left > 0) sending.set(person, left)
    else sending.delete(person)
  }
}
