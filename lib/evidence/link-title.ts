import { shortened } from '@/lib/platform/text'

/** Returns the title of a link to which nobody gave one: its address without the protocol. */
export const titleOfLink = (url: string) => shortened(url.replace(/^https?:\/\//, ''), 200)
