import { migrate } from './migrate'

/** Migrates the database to the version of this code. */
export async function prepareDatabase(url: string) {
  const applied = await migrate(url)
  if (applied > 0) console.log(`Brought the database up to date (${applied} migrations).`)
}
