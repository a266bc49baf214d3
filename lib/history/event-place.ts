/**
 * The number of an event and its hash. A figure that names them can be checked later: it is that of the register right
 * after this event. Numbers are in the order in which changes were committed, which moments are not.
 */
export type EventPlace = { seq: number; hash: string }

/** The place before the first event. */
export const beforeAll: EventPlace = { seq: 0, hash: '0'.repeat(64) }

/** SQL: the place of the last event. */
export const lastEventPlace = 'select e.seq::int, e.hash from events e order by e.seq desc limit 1'
