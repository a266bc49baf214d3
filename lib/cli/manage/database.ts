import { embeddedUrl, isRunning } from '../postgres/open'
import type { Verb } from './verb'

/** `npm run manage -- database url` */
export const url: Verb = {
  says: 'prints the connection string of the database in use, for psql and the like',
  offline: true,
  async run(_, { DATABASE_URL, DATA_DIR }) {
    if (DATABASE_URL) return DATABASE_URL
    if (!isRunning(DATA_DIR)) console.error('The embedded database runs only while Followthrough does: npm start.')
    return embeddedUrl(DATA_DIR)
  },
}
