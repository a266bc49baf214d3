/** SQL: whether an assignment `a` has no owner who can act: nobody was named, their account was closed, or they left. */
export const unowned = 'a.acting_owner_id is null'
