export const dynamic = 'force-dynamic'

/** The process answers: whoever watches over it need not start it anew. */
export const GET = () => Response.json({ status: 'live' })
