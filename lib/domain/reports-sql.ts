/** SQL: whether the user `user` wrote one of the reports of the assignment `a`, or a draft that became one. */
export const wroteReportOf = (user: string) => `exists (
  select from progress_reports own
  where own.assignment_id = a.id and (own.author_id = ${user} or ${user} = any(own.drafted_by)))`
