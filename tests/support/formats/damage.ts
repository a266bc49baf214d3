/** Returns numbers from 0 to 1 that look random and are the same in every run. */
export function sameNumbers(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Returns a content with some bytes changed, taken out or repeated. */
export function damaged(content: Buffer, next: () => number): Buffer {
  let bytes = Buffer.from(content)
  const place = () => Math.floor(next() * bytes.length)
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const [at, length] = [place(), Math.floor(next() * 40)]
    const kind = next()
    if (kind < 0.4) bytes[at] = Math.floor(next() * 256)
    else if (kind < 0.6) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    else if (kind < 0.8) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)])
    else if (kind < 0.9) bytes = bytes.subarray(0, Math.max(1, at))
    else bytes.copy(bytes, at, place(), place() + length)
  }
  return bytes
}
