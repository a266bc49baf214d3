-- Whom annotations and reports mention, and what people follow. Neither is part of the history: a mention stands in the
-- text, and what somebody follows concerns nobody else.

create table annotation_mentions (
  revision_id uuid not null,
  user_id uuid not null,
  -- Whether the person could read the annotation when it was written. Only then are they notified.
  reads boolean not null,
  constraint annotation_mentions_pkey primary key (revision_id, user_id),
  constraint annotation_mentions_revision_id_fkey foreign key (revision_id) references annotation_revisions (id) on update cascade on delete cascade,
  constraint annotation_mentions_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade
);
create index annotation_mentions_user_id_idx on annotation_mentions (user_id);

create table report_mentions (
  report_id uuid not null,
  user_id uuid not null,
  constraint report_mentions_pkey primary key (report_id, user_id),
  constraint report_mentions_report_id_fkey foreign key (report_id) references progress_reports (id) on update cascade on delete cascade,
  constraint report_mentions_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade
);
create index report_mentions_user_id_idx on report_mentions (user_id);

create table follows (
  user_id uuid not null,
  recommendation_id uuid not null,
  since timestamptz(3) not null,
  constraint follows_pkey primary key (user_id, recommendation_id),
  constraint follows_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade,
  constraint follows_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade
);
create index follows_recommendation_id_idx on follows (recommendation_id);

-- People are mentioned by their whole name, in any case.
create index users_lower_name_idx on users (lower(name));

alter type notification_kind add value 'mentioned';
alter type notification_kind add value 'followed_report';
alter type notification_kind add value 'followed_review';
alter type notification_kind add value 'followed_closure';
alter type notification_kind add value 'followed_annotation';
