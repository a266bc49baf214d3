import pg from 'pg'

/** The longest texts that people may write, in letters of two bytes, as a SQL expression. */
const longest = (characters: number) =>
  `left(repeat('Слово за словом. ', ${Math.ceil(characters / 17)}), ${characters})`

/** Reasons that the administrator wrote, with their numbers as IDs: `many` texts of this many characters. */
const reasons = (block: string, many: number, characters: number) => `
  insert into reasons (id, text, author_id, written_at)
  select ${idOf(block)}, ${longest(characters)}, u.id, now() from administrator u, generate_series(1, ${many}) n`

/** SQL: the ID of the row number `n` of a block of rows. */
const idOf = (block: string, number = 'n') =>
  `('00000000-0000-7000-8${block}-' || lpad(to_hex(${number}), 12, '0'))::uuid`

const moment = `now() - interval '1 day' + n * interval '1 second'`

const blocks = {
  candidates: '01f',
  titles: '001',
  notes: '002',
  reasons: '003',
  reports: '011',
  answers: '012',
  dates: '013',
  actions: '014',
  evidence: '015',
  reviews: '016',
  annotations: '017',
  paragraphs: '018',
  recommendations: '019',
  assignments: '01a',
  claims: '01b',
  organizations: '01c',
  cycles: '01d',
  events: '01e',
}

/** SQL that writes as much as people may write about one assignment. */
const aboutAssignment = (id: string) => [
  reasons(blocks.titles, 200, 200),
  reasons(blocks.notes, 600, 4_000),
  reasons(blocks.reasons, 600, 2_000),
  `insert into progress_reports (id, assignment_id, as_of, progress, narrative, author_id, state, submitted_at)
   select ${idOf(blocks.reports)}, '${id}', current_date, 'in_progress', ${longest(20_000)}, u.id, 'submitted', ${moment}
   from administrator u, generate_series(1, 60) n`,
  `insert into reviews (id, assignment_id, report_id, decision, note_id, author_id, decided_at)
   select ${idOf(blocks.reviews)}, '${id}', ${idOf(blocks.reports)}, 'return', ${idOf(blocks.notes)}, u.id, ${moment}
   from administrator u, generate_series(1, 60) n`,
  `insert into answers (id, assignment_id, position, reason_id, answered_on, author_id, written_at)
   select ${idOf(blocks.answers)}, '${id}', 'not_accepted', ${idOf(blocks.reasons)}, current_date, u.id, ${moment}
   from administrator u, generate_series(1, 40) n`,
  `insert into date_changes (id, assignment_id, kind, before, asked, reason_id, author_id, asked_at, decision, note_id, decided_by_id, decided_at)
   select ${idOf(blocks.dates)}, '${id}', 'requested', current_date, current_date, ${idOf(blocks.reasons)}, u.id, ${moment},
     'refused', ${idOf(blocks.reasons)}, u.id, ${moment}
   from administrator u, generate_series(1, 40) n`,
  `insert into actions (id, assignment_id, position, title_id, responsible_id, starts_on, due_on, original_due_on, created_at)
   select ${idOf(blocks.actions)}, '${id}', n, ${idOf(blocks.titles)}, ${idOf(blocks.titles)}, current_date, current_date, current_date, now()
   from generate_series(1, 40) n`,
  `insert into evidence (id, assignment_id, kind, title_id, url, sha256, author_id, added_at, withdrawn_at, withdrawn_by_id, withdrawal_reason_id)
   select ${idOf(blocks.evidence)}, '${id}', 'link', ${idOf(blocks.titles)}, 'https://example.org/' || repeat('x', 1980), lpad(to_hex(n), 64, '0'), u.id, ${moment},
     case when n % 2 = 0 then now() end, case when n % 2 = 0 then u.id end, case when n % 2 = 0 then ${idOf(blocks.reasons)} end
   from administrator u, generate_series(1, 200) n`,
  `insert into report_evidence (assignment_id, report_id, evidence_id)
   select '${id}', ${idOf(blocks.reports, 'r')}, ${idOf(blocks.evidence)}
   from generate_series(1, 60) r, generate_series(1, 200) n`,
]

/** SQL that writes as many annotations as a page holds, of a recommendation. */
const aboutRecommendation = (key: string) => [
  `insert into annotations (id, paragraph_id, recommendation_id, author_id, created_at)
   select ${idOf(blocks.annotations)}, r.paragraph_id, r.id, u.id, ${moment}
   from recommendations r, administrator u, generate_series(1, 60) n where r.key = '${key}'`,
  `insert into annotation_revisions (id, annotation_id, number, body, written_at)
   select gen_random_uuid(), ${idOf(blocks.annotations)}, number, ${longest(10_000)}, now()
   from generate_series(1, 60) n, generate_series(1, 3) number`,
]

/** SQL that writes a document of long paragraphs, each a recommendation of which an organization claims that it is done. */
const longDocument = (code: string, slug: string) => [
  `insert into documents (id, code, title) values (gen_random_uuid(), '${code}', ${longest(300)})`,
  `insert into editions (id, document_id) select gen_random_uuid(), id from documents where code = '${code}'`,
  `insert into paragraphs (id, edition_id, ordinal, label, heading, text)
   select ${idOf(blocks.paragraphs)}, e.id, n, n::text, ${longest(300)}, ${longest(20_000)}
   from editions e join documents d on d.id = e.document_id, generate_series(1, 60) n where d.code = '${code}'`,
  `insert into recommendations (id, key, document_id, paragraph_id, ordinal, start, "end", quote, title, themes, open_count, begun_count, implemented_count)
   select ${idOf(blocks.recommendations)}, '${code}-' || n || '.1', d.id, ${idOf(blocks.paragraphs)}, n, 0, 20000, ${longest(20_000)}, ${longest(300)},
     array(select theme || ' ' || ${longest(70)} from generate_series(1, 10) theme), 1, 1, 1
   from documents d, generate_series(1, 60) n where d.code = '${code}'`,
  `insert into recommendation_activity (recommendation_id, changed_at)
   select ${idOf(blocks.recommendations)}, now() from generate_series(1, 60) n`,
  `insert into recommendation_places (recommendation_id, key, document_id, paragraph_id, ordinal, start, "end", created_at)
   select r.id, r.key, r.document_id, r.paragraph_id, r.ordinal, r.start, r."end", r.created_at
   from recommendations r where r.key like '${code}-%'`,
  `insert into addressees (id, recommendation_id, position, words)
   select gen_random_uuid(), ${idOf(blocks.recommendations)}, place, ${longest(300)} from generate_series(1, 60) n, generate_series(1, 20) place`,
  `insert into assignments (id, recommendation_id, organization_id, progress, verification, claimed_at, due_on, original_due_on)
   select ${idOf(blocks.assignments)}, ${idOf(blocks.recommendations)}, o.id, 'implemented', 'submitted', ${moment}, '2020-01-31', '2020-01-31'
   from organizations o, generate_series(1, 60) n where o.slug = '${slug}'`,
  `insert into progress_reports (id, assignment_id, as_of, progress, narrative, author_id, state, submitted_at)
   select ${idOf(blocks.claims)}, ${idOf(blocks.assignments)}, current_date, 'implemented', ${longest(20_000)}, u.id, 'submitted', ${moment}
   from administrator u, generate_series(1, 60) n`,
]

/** SQL that writes long lists of organizations: in a group, in reporting cycles, and in the history. */
const longLists = (group: string) => [
  `insert into organizations (id, slug, name)
   select ${idOf(blocks.organizations)}, 'long-' || n, n || ' ' || ${longest(80)} from generate_series(1, 400) n`,
  `insert into name_versions (id, valid_from, valid_to, change, name)
   select o.id, now(), 'infinity', o.id, o.name from organizations o where o.slug like 'long-%'`,
  `insert into group_members (group_id, organization_id)
   select g.id, o.id from groups g, organizations o where g.slug = '${group}' and o.slug like 'long-%'`,
  `insert into cycles (id, name, asks, opens_on, closes_on, created_at)
   select ${idOf(blocks.cycles)}, ${longest(300)}, 'report', '2099-01-01', '2099-12-31', now() from generate_series(1, 60) n`,
  `insert into cycle_organizations (cycle_id, organization_id)
   select ${idOf(blocks.cycles)}, ${idOf(blocks.organizations, 'o')} from generate_series(1, 60) n, generate_series(1, 400) o`,
  `insert into events (seq, at, change, actor_id, kind, subject_type, subject_id, audience, body, previous_hash, hash)
   select last.seq + n, now(), ${idOf(blocks.events)}, u.id, 'group.members_added', 'group', g.id, 'internal',
     json_build_object('before', null,
       'after', json_build_object('organizationIds', (select json_agg(id) from organizations where slug like 'long-%')))::text, '', ''
   from (select max(seq) as seq from events) last, administrator u, groups g, generate_series(1, 60) n where g.slug = '${group}'`,
]

/** SQL that writes long texts into an import and into the rows of a sheet. */
const longImports = (imported: string, sheet: string) => [
  `insert into import_paragraphs (import_id, ordinal, part, label, heading, text)
   select '${imported}', 1000 + n, 1 + n, n::text, ${longest(300)}, ${longest(20_000)} from generate_series(1, 60) n`,
  `insert into import_candidates (id, import_id, paragraph, start, "end", quote, kind, title, addressees, themes, decision)
   select ${idOf(blocks.candidates)}, '${imported}', 1000 + n, 0, 20000, ${longest(20_000)}, 'action', ${longest(300)},
     (select json_agg(json_build_object('name', ${longest(300)}, 'match', 'new')) from generate_series(1, 50)),
     array(select theme || ' ' || ${longest(70)} from generate_series(1, 10) theme), 'suggested'
   from generate_series(1, 60) n`,
  `insert into import_removed (import_id, ordinal, text, why)
   select '${imported}', 1000 + n, ${longest(2_000)}, 'page_number' from generate_series(1, 500) n`,
  `insert into sheet_rows (sheet_id, row, state, cells, errors)
   select '${sheet}', 1000 + n, 'wrong', array[${longest(20_000)}, ${longest(20_000)}], '[]' from generate_series(1, 60) n`,
]

/**
 * Writes as much as people may write, in a database in which there is one administrator. Returns the code of a long
 * document. The rows are only there to be read: there are no events of them.
 */
export async function writeLongest(
  database: string,
  about: { assignment: string; key: string; slug: string; group: string; import: string; sheet: string },
) {
  const code = 'LONGEST-2026'
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  // Triggers keep what is written by hand from the history; these rows are none.
  await client.query('set session_replication_role = replica')
  await client.query(`create temporary view administrator as select id from users where role = 'administrator'`)
  const { assignment, key, slug, group } = about
  const statements = [
    ...aboutAssignment(assignment),
    ...aboutRecommendation(key),
    ...longDocument(code, slug),
    ...longLists(group),
    ...longImports(about.import, about.sheet),
  ]
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
  return { code }
}
