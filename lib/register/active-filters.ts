import { filterNames } from './filters'
import type { Scope } from './scope'

/** The filters in use. */
export const filtersOf = ({ filters }: Scope) => filterNames.filter((name) => filters[name]?.length)
