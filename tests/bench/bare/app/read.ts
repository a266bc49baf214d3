import pg from 'pg'
import { reads } from '../../floor-queries'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })

/** Returns a page of the list, as JSON. */
export const readList = () => read('list', reads.list, [])

/** Returns one recommendation, as JSON. */
export const readOne = (key: string) => read('one', reads.one, [key])

async function read(name: string, text: string, values: unknown[]) {
  const { rows } = await pool.query<{ json: string }>({ name, text, values })
  return rows[0]?.json ?? ''
}

export type Assignment = {
  id: string
  organization: { slug: string; name: string }
  owner: { name: string } | null
  dueOn: string | null
  status: string
}

export type Recommendation = {
  key: string
  citation: string
  title: string
  quote: string
  status: string
  nextDueOn: string | null
  counts: { open: number; begun: number; implemented: number; verified: number }
  assignments: Assignment[]
  annotations: { id: string; body: string; author: { name: string }; createdAt: string }[]
}
