import candidate from './imports/edit-candidate.json'
import edition from './imports/edition.json'
import page from './imports/page.json'

/** The texts of imports, and of those that become a new edition. */
export const imports = { ...page, ...edition, ...candidate }
