import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { knowing, knows } from '@/lib/people/policy'
import { pool } from '@/lib/platform/db'
import type { TypedName } from './typed-names'

export type Mentioned = { id: string; name: string }

/** What is typed after an @: its place, its words, and the people with that name. One of them is the one that is meant. */
export type Found = { from: number; past: number; typed: string; people: Mentioned[] }

/**
 * SQL: the people whose whole name or email address is one of $1 and who may be mentioned: those with an account of whom
 * the actor may know ($2, $3 and $4).
 */
const typedSql = `
  select t.typed, u.id, u.name
  from unnest($1::text[]) t(typed)
  cross join lateral (
    select id from users where lower(name) = lower(t.typed)
    union select id from users where email = t.typed::citext) m
  join users u on u.id = m.id
  where u.disabled_at is null and ${knows('u', '$2', '$3::uuid', '$4::uuid[]')}`

type Row = Mentioned & { typed: string }

/** Returns what is meant by each of the typed names: the people with the longest of its candidates. */
export async function findTyped(actor: Actor, typed: readonly TypedName[]): Promise<Found[]> {
  const names = [...new Set(typed.flatMap(({ candidates }) => candidates.map(({ name }) => name)))]
  if (names.length === 0) return []
  const { rows } = await pool.query<Row>({ name: 'mentions-typed', text: typedSql, values: [names, ...knowing(actor)] })
  const called = new Set(rows.map((row) => row.typed))
  return typed.map(({ from, candidates }) => {
    const meant = candidates.find(({ name }) => called.has(name)) ?? firstWord(candidates)
    const people = rows.filter((row) => row.typed === meant.name).map(({ id, name }) => ({ id, name }))
    return { from, past: meant.past, typed: meant.name, people }
  })
}

/** Returns what to call a name that nobody has: its first word, or the whole email address. */
const firstWord = (candidates: TypedName['candidates']) => candidates.at(-1) ?? { past: 0, name: '' }

/** SQL: those of the people $1 who may be mentioned, and those whose name was erased. */
const knownSql = `
  select u.id, u.name, u.disabled_at is null as known from users u
  where u.id = any($1::uuid[])
    and (u.erased_at is not null or u.disabled_at is null and ${knows('u', '$2', '$3::uuid', '$4::uuid[]')})`

/** People by their ID: what to call them now, and whether the reader can open their page. */
export type KnownPeople = ReadonlyMap<string, { name: string; known: boolean }>

/**
 * Returns those of these people who have an account and of whom the actor may know, and those whose name was erased, whom
 * nobody calls by their name any more.
 */
export async function knownAmong(actor: Actor, ids: readonly string[]): Promise<KnownPeople> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ id: string; name: string; known: boolean }>({
    name: 'mentions-known',
    text: knownSql,
    values: [ids, ...knowing(actor)],
  })
  return new Map(rows.map(({ id, name, known }) => [id, { name, known }]))
}
