type Show = 'assigned' | 'overdue' | 'archived'

export type Asked = { q: string; show?: Show | undefined; after?: string | undefined }

type Search = Partial<Record<string, string | string[]>>

const shows: readonly string[] = ['assigned', 'overdue', 'archived'] satisfies Show[]
const isShow = (text: string): text is Show => shows.includes(text)

/** What the address asks for; what it can't mean is left out. */
export function readOrganizationList(search: Search): Asked {
  const [q, show, after] = [search.q, search.show, search.after].map((value) => String(value ?? ''))
  return { q: q ?? '', ...(show && isShow(show) && { show }), ...(after && { after }) }
}

/** The address of the list as it is asked for. */
export function organizationListAddress({ q, show, after }: Partial<Asked>): string {
  const search = new URLSearchParams({ ...(q && { q }), ...(show && { show }), ...(after && { after }) })
  return search.size > 0 ? `/organizations?${search}` : '/organizations'
}
