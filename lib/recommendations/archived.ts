/** SQL: the documents that are archived, which are few. */
export const archived = '(select id from documents where archived_at is not null)'
