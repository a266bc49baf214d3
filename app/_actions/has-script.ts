import 'server-only'
import { headers } from 'next/headers'

/** Returns whether the form was sent by script. Without script, the answer is a whole page. */
export const hasScript = async () => (await headers()).has('next-action')
