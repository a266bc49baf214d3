import { inject } from 'vitest'

/** Returns how often to try a property: on the oldest PostgreSQL a quarter as often, because our code is the same there. */
export const runs = (often: number) => (inject('oldest') ? Math.ceil(often / 4) : often)
