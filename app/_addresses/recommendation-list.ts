import { paramsOf, type Shown } from '@/lib/register/filters'
import { onShownDay } from './shown-day'

/** Returns the parameters of a page's URL, as Next gives them, as URLSearchParams. */
export const paramsIn = (search: Record<string, string | string[] | undefined>) =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])),
  )

/** Returns the URL of a list with changed filters. It starts at the first page, with nothing selected. */
export const shownListAddress = (shown: Shown, changes: Parameters<typeof paramsOf>[0] = {}) =>
  address('/recommendations', { ...shown, after: undefined, choose: undefined, ...changes })

/** Returns the URL of the list as a file. The default separator of CSV is the comma. */
export function exportAddress(shown: Shown, format: 'csv' | 'xlsx' | 'json', separator?: 'semicolon') {
  const filters = { ...shown, after: undefined, choose: undefined, by: undefined, open: undefined }
  return address(`/recommendations.${format}`, { ...filters, ...(separator && { separator }) })
}

/** Returns the URL of a list of recommendations with these filters. */
export const recommendationListAddress = (filters: Parameters<typeof paramsOf>[0]) =>
  address('/recommendations', filters)

/** Returns the URL of the list with the parameters of another address, readable or not. */
export const listAddressWith = (params: URLSearchParams) => onShownDay(`/recommendations?${params}`)

function address(path: string, filters: Parameters<typeof paramsOf>[0] & { separator?: string }) {
  const query = paramsOf(filters).toString()
  return onShownDay(query ? `${path}?${query}` : path)
}
