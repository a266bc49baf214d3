-- What arrived by letter: a position, a step of the plan, a report, evidence or a request for a due date that someone
-- entered on behalf of an organization, with the date of the letter and the letter itself, if it is there as evidence.
create table letters (
  -- The row that was entered, in one of five tables. Its ID is not used twice.
  of_id uuid not null,
  assignment_id uuid not null,
  dated date not null,
  evidence_id uuid,
  constraint letters_pkey primary key (of_id),
  constraint letters_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint letters_assignment_id_evidence_id_fkey foreign key (assignment_id, evidence_id)
    references evidence (assignment_id, id) on update cascade on delete restrict
);
create index letters_evidence_id_idx on letters (evidence_id);
create trigger letters_stand before update or delete on letters
  for each row execute function refuse('letters_stand: what was entered keeps its letter');

-- The letter of a report that is still a draft.
alter table report_drafts add column letter_on date, add column letter_id uuid;
