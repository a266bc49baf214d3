import { migrate } from './migrate'

/** Brings the database up to date. */
export async function prepareDatabase(url: string) {
  const applied = await migrate(url)
  if (applied > 0) console.log(`Brought the database up to date (${applied} migrations).`)
}
