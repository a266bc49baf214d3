import { z } from 'zod'

/**
 * SQL: whether an assignment `a` has no owner who can act. Nobody was named, their account was closed, or they left the
 * organization.
 */
export const unowned = 'a.acting_owner_id is null'

/** Returns whether a person is named by an ID, not by an email address. */
export const isId = (named: string) => z.uuid().safeParse(named).success

/** Returns what a message says of a person whom nobody knows: how they were named, and whether that is an email address. */
export const unknownPerson = (named: string) => ({
  email: named,
  named: isId(named) ? 'id' : named.includes('@') ? 'email' : 'name',
})
