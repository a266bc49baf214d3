import { pageAddress } from './page-address'

/** Returns the URL of the page to sign in, which leads on to another page of the site. */
export const signInAddress = (callbackUrl?: string) => pageAddress('/sign-in', { callbackUrl })
