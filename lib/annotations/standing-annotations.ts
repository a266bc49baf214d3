/**
 * SQL: the annotations of each paragraph of any edition, with their spans there. An annotation on a whole recommendation
 * follows it: its span is null, and that of the recommendation is in `words_start` and `words_end` unless it was made
 * from this paragraph.
 */
export const standingAnnotations = `(
  select an.id, an.paragraph_id, an.start, an."end", null::int as words_start, null::int as words_end from annotations an
  union all
  select ap.annotation_id, ap.paragraph_id, ap.start, ap."end", null, null from places ap
  where ap.annotation_id is not null
  union all
  select an.id, rp.paragraph_id, null, null, rp.start, rp."end"
  from places rp join annotations an on an.recommendation_id = rp.recommendation_id and an.start is null)`
