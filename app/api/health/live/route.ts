export const dynamic = 'force-dynamic'

/** Answers as long as the process runs, so that a supervisor does not restart it. */
export const GET = () => Response.json({ status: 'live' })
