-- Recommendations that were added by mistake and removed again. The row keeps what the history refers to, and its key from
-- being given a second time.

-- CreateTable
CREATE TABLE "removed_recommendations" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "removed_recommendations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "removed_recommendations_key_key" ON "removed_recommendations"("key");

-- CreateIndex
CREATE INDEX "removed_recommendations_document_id_idx" ON "removed_recommendations"("document_id");

-- AddForeignKey
ALTER TABLE "removed_recommendations" ADD CONSTRAINT "removed_recommendations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

create trigger removed_recommendations_stay before update or delete on removed_recommendations
  for each row execute function refuse('removed_recommendations_stay: a removed recommendation stays removed');

create function refuse_removed_key() returns trigger language plpgsql as $$
begin
  if exists (select from removed_recommendations where key = new.key) then
    raise exception 'key_removed: the key % was given to a recommendation that was removed', new.key
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger recommendations_key_is_new before insert on recommendations
  for each row execute function refuse_removed_key();
