/**
 * SQL: whether an assignment `a` has no owner who can act. Nobody was named, their account was closed, or they left the
 * organization.
 */
export const unowned = 'a.acting_owner_id is null'
