-- Every change of a recommendation puts its words on a list that waits to be sorted in, and every search reads all of that
-- list: with the usual 4 MB a search after many changes takes ten times as long, and the planner then turns to the table.
alter index recommendations_search_idx set (gin_pending_list_limit = 256);
alter index recommendations_words_idx set (gin_pending_list_limit = 256);
alter index recommendations_themes_idx set (gin_pending_list_limit = 256);
select gin_clean_pending_list('recommendations_search_idx');
select gin_clean_pending_list('recommendations_words_idx');
select gin_clean_pending_list('recommendations_themes_idx');
