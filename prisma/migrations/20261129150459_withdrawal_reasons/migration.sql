-- Why somebody withdrew another person's annotation.
alter table annotations
  add column withdrawal_reason_id uuid,
  add constraint annotations_withdrawal_reason_id_fkey foreign key (withdrawal_reason_id) references reasons (id)
    on delete set null on update cascade;
alter table annotations
  add constraint annotations_withdrawal check (withdrawal_reason_id is null or withdrawn_at is not null);
