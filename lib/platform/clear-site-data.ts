import { currentRequest } from './request-scope'

/** Tells the browser to delete its cache of our pages. Signing out deletes the cookies. */
export const clearSiteData = () => currentRequest()?.setHeader('clear-site-data', '"cache", "storage"')
