import { paramsOf, type Shown } from '@/lib/register/filters'

/** The parameters of a page's address, as Next gives them. */
export const paramsIn = (asked: Record<string, string | string[] | undefined>) =>
  new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])),
  )

/** The address of a list with something changed: from its beginning, and with nothing ticked. */
export const shownListAddress = (shown: Shown, changes: Parameters<typeof paramsOf>[0] = {}) =>
  address('/recommendations', { ...shown, after: undefined, choose: undefined, ...changes })

/** What is shown, as a sheet, its cells parted by commas unless told. */
export function sheetAddress(shown: Shown, separator?: 'semicolon') {
  const said = { ...shown, after: undefined, choose: undefined, by: undefined, open: undefined }
  return address('/recommendations.csv', { ...said, ...(separator && { separator }) })
}

/** A list of recommendations with these filters. */
export const recommendationListAddress = (filters: Parameters<typeof paramsOf>[0]) =>
  address('/recommendations', filters)

function address(path: string, said: Parameters<typeof paramsOf>[0] & { separator?: string }) {
  const query = paramsOf(said).toString()
  return query ? `${path}?${query}` : path
}
