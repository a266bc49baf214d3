-- Themes are the same however they are written, as names are: a recommendation has each once, under its first form.
alter table recommendation_themes
  add column key text collate by_name not null generated always as (name_key(theme)) stored;

delete from recommendation_themes t using recommendation_themes other
where other.recommendation_id = t.recommendation_id and other.key = t.key and other.theme < t.theme;

-- AlterTable
ALTER TABLE "recommendation_themes" DROP CONSTRAINT "recommendation_themes_pkey",
ADD CONSTRAINT "recommendation_themes_pkey" PRIMARY KEY ("key", "recommendation_id");
