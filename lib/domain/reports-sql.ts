/**
 * SQL: whether the user `user` wrote one of the reports of the assignment `a`, or a draft that became one. Looks at the
 * reports of each assignment: for `exists`, the planner may read the reports of all assignments first.
 */
export const wroteReportOf = (user: string) => `coalesce((
  select true from progress_reports own
  where own.assignment_id = a.id and (own.author_id = ${user} or ${user} = any(own.drafted_by)) limit 1), false)`
