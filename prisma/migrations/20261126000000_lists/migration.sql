-- What lists read, and count by, at a hundred thousand recommendations.

-- The tables and indexes that Prisma's schema can say ----------------------------------------------------------------

-- DropIndex
DROP INDEX "recommendations_status_document_id_idx";

-- DropIndex
DROP INDEX "recommendations_next_due_on_id_idx";

-- DropIndex
DROP INDEX "assignments_organization_id_status_recommendation_id_idx";

-- CreateTable
CREATE TABLE "recommendation_themes" (
    "theme" TEXT NOT NULL,
    "recommendation_id" UUID NOT NULL,

    CONSTRAINT "recommendation_themes_pkey" PRIMARY KEY ("theme","recommendation_id")
);

-- CreateIndex
CREATE INDEX "recommendation_themes_recommendation_id_idx" ON "recommendation_themes"("recommendation_id");

-- CreateIndex
CREATE INDEX "recommendations_status_document_id_ordinal_start_id_idx" ON "recommendations"("status", "document_id", "ordinal", "start", "id");

-- CreateIndex
CREATE INDEX "recommendations_status_kind_next_due_on_document_id_idx" ON "recommendations"("status", "kind", "next_due_on", "document_id");

-- CreateIndex
CREATE INDEX "assignments_organization_id_via_group_id_status_due_on_reco_idx" ON "assignments"("organization_id", "via_group_id", "status", "due_on", "recommendation_id");

-- AddForeignKey
ALTER TABLE "recommendation_themes" ADD CONSTRAINT "recommendation_themes_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- And those that it can't --------------------------------------------------------------------------------------------

-- In the order of due dates, those without one at the end: one index both sorts and goes on from any place.
create index recommendations_due_idx on recommendations (coalesce(next_due_on, 'infinity'::date), id);
create index assignments_due_idx on assignments (coalesce(due_on, 'infinity'::date), id);

-- What a key says after its document's code: people search for "17.2".
create index recommendations_short_key_idx on recommendations (lower(substring(key from '[^-]*$')));

-- What lists leave out: the few that are archived, and what nobody owes any more.
create index documents_archived_idx on documents (id) where archived_at is not null;
create index recommendations_ended_idx on recommendations (id) where closure is not null;

-- The themes that there are, which no index on an array can count.
create function keep_themes() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from recommendation_themes where recommendation_id = new.id and theme <> all(new.themes);
  end if;
  insert into recommendation_themes (theme, recommendation_id)
    select distinct unnest(new.themes), new.id on conflict do nothing;
  return null;
end $$;

create trigger recommendations_keep_themes after insert on recommendations
  for each row when (cardinality(new.themes) > 0) execute function keep_themes();
create trigger recommendations_keep_themes_of_change after update of themes on recommendations
  for each row when (old.themes is distinct from new.themes) execute function keep_themes();

insert into recommendation_themes (theme, recommendation_id)
  select distinct unnest(themes), id from recommendations;
