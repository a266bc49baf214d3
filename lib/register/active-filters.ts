import { filterNames } from './filters'
import type { Scope } from './scope'

/** Returns the names of the filters that are set. */
export const filtersOf = ({ filters }: Scope) => filterNames.filter((name) => filters[name]?.length)
