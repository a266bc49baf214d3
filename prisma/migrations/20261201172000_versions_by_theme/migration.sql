-- The recommendations that had a theme at some time, in any spelling, so that a trend of a theme need not read all versions.
create function theme_keys(themes text[]) returns text[] language sql immutable parallel safe
return array(select name_key(theme) from unnest(themes) theme);

create index recommendation_versions_themes_idx on recommendation_versions
using gin (theme_keys(themes)) with (gin_pending_list_limit = 256) where themes <> '{}';
