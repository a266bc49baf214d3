import events from './history/events.json'
import page from './history/page.json'

/** The texts of the history. */
export const history = { ...events, ...page }
