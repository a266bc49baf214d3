import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

type Show = 'assigned' | 'overdue' | 'archived'

export type OrganizationFilters = { q: string; show?: Show | undefined; after?: string | undefined }

type Search = Partial<Record<string, string | string[]>>

const shows: readonly string[] = ['assigned', 'overdue', 'archived'] satisfies Show[]
const isShow = (text: string): text is Show => shows.includes(text)

/** Reads the filters from the URL. Leaves out values that are not valid. */
export function readOrganizationList(search: Search): OrganizationFilters {
  const [q, show, after] = [search.q, search.show, search.after].map((value) => String(value ?? ''))
  return { q: q ?? '', ...(show && isShow(show) && { show }), ...(after && { after }) }
}

/** Returns the URL of the list of organizations with these filters. */
export const organizationListAddress = ({ q, show, after }: Partial<OrganizationFilters>): string =>
  onShownDay(pageAddress('/organizations', { q: q || undefined, show, after: after || undefined }))
