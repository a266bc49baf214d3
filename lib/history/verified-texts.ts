import { type Checked, inBody, lastOf, nowOf } from './checked'

/** SQL: the place `x` in an edition as its event has it. */
const placeSays = `jsonb_build_object('paragraphId', x.paragraph_id, 'start', x.start, 'end', x."end", 'state', x.state,
  'decidedById', x.decided_by_id, 'quote', encode(sha256(convert_to(x.quote, 'UTF8')), 'hex'),
  'edition', (select ed.number from editions ed where ed.id = x.edition_id))`

const placesOf = (noun: 'recommendation' | 'annotation'): Checked => ({
  table: 'places',
  noun,
  where: `x.${noun}_id is not null`,
  made: [`${noun}.placed`],
  always: true,
  says: placeSays,
  recorded: `t.recorded || jsonb_build_object('edition', t.edition)`,
  collected: { edition: lastOf(inBody('after', 'edition'), `${noun}.placed`) },
  within: {
    column: `${noun}_id`,
    id: `(e.body::jsonb #>> '{after,place,id}')::uuid`,
    after: inBody('after', 'place'),
  },
})

/** SQL: whether the themes of the recommendation `x` are kept one by one as well. */
const themesKept = `(select count(*) filter (where k.theme = any(x.themes)) = count(*) and (count(*) = cardinality(x.themes)
    or count(*) = (select count(distinct name_key(h.theme)) from unnest(x.themes) h(theme)))
  from recommendation_themes k where k.recommendation_id = x.id)`

/** SQL: where the recommendation `x` stands in its document, and the hash of its words. */
const passage = `jsonb_build_object('documentId', x.document_id, 'paragraphId', x.paragraph_id, 'start', x.start, 'end', x."end",
  'quote', encode(sha256(convert_to(x.quote, 'UTF8')), 'hex'))`

/** SQL: the addressees of the recommendation `x`. */
const addressees = `(select coalesce(jsonb_agg(jsonb_build_array(ad.position, ad.words, ad.organization_id, ad.group_id)
  order by ad.position), '[]') from addressees ad where ad.recommendation_id = x.id)`

/** SQL: the addressees according to the history, with the organizations that these are now. */
const recordedAddressees = `(select coalesce(jsonb_agg(jsonb_build_array(
    h.n, h.one -> 'words', ${nowOf(`h.one ->> 'organizationId'`)}, h.one -> 'groupId') order by h.n), '[]')
  from jsonb_array_elements(t.recorded -> 'addressees') with ordinality h(one, n))`

/** SQL: the IDs of the texts of the annotation `x`, by their number. */
const textsOf = `(select jsonb_object_agg(v.number, v.id) from annotation_revisions v where v.annotation_id = x.id)`
const recordedTexts = `(select jsonb_object_agg(o.n, o.id) from jsonb_array_elements(t.texts) with ordinality o(id, n))`

/** Documents, their recommendations and annotations, and where these stand in later editions. */
export const textTables: Checked[] = [
  {
    table: 'recommendations',
    noun: 'recommendation',
    made: ['recommendation.added'],
    always: true,
    says: `jsonb_build_object('key', x.key, 'title', x.title, 'kind', x.kind, 'themes', x.themes, 'closure', x.closure,
      'namesNobody', x.names_nobody, 'closureReasonId', x.closure_reason_id, 'passage', ${passage},
      'themesKept', ${themesKept}, 'addressees', ${addressees})`,
    recorded: `'{"closure": null, "namesNobody": false, "themesKept": true}' || t.recorded || jsonb_build_object(
        'closureReasonId', case when t.recorded ->> 'closure' is not null then t.closure_reason end)
      || case when t.made then jsonb_build_object('key', t.key) else '{}' end
      || case when t.recorded ? 'addressees' then jsonb_build_object('addressees', ${recordedAddressees}) else '{}' end`,
    collected: {
      key: lastOf(inBody('after', 'key'), 'recommendation.added'),
      closure_reason: lastOf(inBody('after', 'reason', 'id'), 'recommendation.closed'),
    },
  },
  {
    table: 'documents',
    noun: 'document',
    made: ['document.added'],
    always: true,
    says: `jsonb_build_object('code', x.code, 'title', x.title, 'symbol', x.symbol, 'body', x.body, 'date', x.dated,
      'place', x.place, 'language', x.language, 'archivedAt', x.archived_at)`,
    recorded: `t.recorded || jsonb_build_object(
      'archivedAt', case when t.recorded -> 'archived' = 'true' then t.archived_at end)`,
    collected: { archived_at: lastOf('e.at', 'document.archived') },
  },
  {
    table: 'editions',
    noun: 'document',
    where: 'x.number > 1',
    made: ['document.edition_published'],
    told: ['document.edition_withdrawn'],
    always: true,
    says: `jsonb_build_object('number', x.number, 'sha256', x.sha256, 'publishedAt', x.published_at,
      'withdrawnAt', x.withdrawn_at)`,
    recorded: `t.recorded || jsonb_build_object('publishedAt', t.made_at, 'withdrawnAt', t.withdrawn_at)`,
    collected: { withdrawn_at: lastOf('e.at', 'document.edition_withdrawn') },
    within: { column: 'document_id', id: `(e.body::jsonb #>> '{after,id}')::uuid`, after: inBody('after') },
  },
  placesOf('recommendation'),
  placesOf('annotation'),
  {
    table: 'annotations',
    noun: 'annotation',
    made: ['annotation.added'],
    says: `jsonb_build_object('audience', x.audience, 'parentId', x.parent_id, 'start', x.start, 'end', x."end",
      'authorId', x.author_id, 'withdrawn', x.withdrawn_at is not null, 'withdrawnAt', x.withdrawn_at,
      'withdrawalReasonId', x.withdrawal_reason_id, 'recommendationId', x.recommendation_id, 'paragraphId', x.paragraph_id,
      'organizationId', x.organization_id, 'createdAt', x.created_at, 'texts', ${textsOf})`,
    recorded: `'{"withdrawn": false}' || t.recorded || jsonb_build_object('withdrawnAt', t.withdrawn_at,
        'withdrawalReasonId', t.reason)
      || case when t.made then jsonb_build_object('authorId', t.made_by, 'createdAt', t.made_at,
        'recommendationId', t.recommendation, 'organizationId', ${nowOf('t.organization')}, 'texts', ${recordedTexts})
        else '{}' end`,
    collected: {
      withdrawn_at: lastOf('e.at', 'annotation.withdrawn'),
      reason: lastOf(inBody('after', 'reason', 'id'), 'annotation.withdrawn'),
      recommendation: 'min(e.recommendation_id::text)',
      organization: lastOf('e.organization_id', 'annotation.added'),
      texts: `jsonb_agg(f.value -> 'id' order by e.seq) filter (where f.key = 'text')`,
    },
  },
  {
    table: 'annotation_revisions',
    noun: 'annotation',
    made: ['annotation.added', 'annotation.edited'],
    says: `jsonb_build_object('writtenAt', x.written_at)`,
    recorded: `jsonb_build_object('writtenAt', t.made_at)`,
    within: {
      column: 'annotation_id',
      id: `(e.body::jsonb #>> '{after,text,id}')::uuid`,
      after: inBody('after', 'text'),
    },
  },
  {
    table: 'removed_recommendations',
    noun: 'recommendation',
    made: ['recommendation.removed'],
    always: true,
    says: `jsonb_build_object('key', x.key, 'title', x.title, 'removedAt', x.removed_at)`,
    recorded: `t.recorded || jsonb_build_object('removedAt', t.made_at)`,
    within: { column: 'id', id: 'e.subject_id', after: inBody('before') },
  },
]
