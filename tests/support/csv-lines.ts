/** Returns the lines of a sheet. */
export async function linesOf(lines: AsyncGenerator<string>) {
  let text = ''
  for await (const line of lines) text += line
  return text.split('\r\n')
}
