-- What has no theme yet, in the order of the text: no index on the themes themselves can find it.
create index recommendations_without_theme_idx on recommendations (document_id, ordinal, start, id) where themes = '{}';
