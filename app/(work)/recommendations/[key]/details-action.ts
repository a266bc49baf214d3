'use server'

import { actionWith } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { recommendationAddress } from '@/app/_addresses/recommendation'
import type { Actor } from '@/lib/domain/actor'
import { readForm } from '@/lib/platform/form'
import { type Failure, mapFieldErrors } from '@/lib/platform/result'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { mayEdit } from '@/lib/recommendations/policy'

type Line = { place: string; words: string; party: string | undefined }

export const saveDetails = actionWith({ may: [mayEdit, 'recommendation_forbidden'] }, async (actor, form) => {
  const { key = '', version, title = '', kind, namesNobody, ...rest } = readForm(form)
  const lines = linesIn(rest)
  const themes = themesIn(rest)
  const reading = { key, version, title, kind, themes: themes.map(({ theme }) => theme) }

  const result = await edit(actor, { ...reading, namesNobody: namesNobody === 'on' }, lines)
  if (result.ok) {
    const href = recommendationAddress(key, { done: 'edited', at: 'recommendation' }, 'main')
    return formDone({ href })
  }
  return formConflictTold(actor, atThemes(atLines(result, lines), themes), form, { key, noun: 'recommendation' })
})

type Theme = { field: string; theme: string }

/** Returns the themes of the form, one for each field. Ignores blank fields. */
const themesIn = (fields: Record<string, string>): Theme[] =>
  Object.entries(fields).flatMap(([field, text]) => {
    const theme = text.trim()
    return /^themes\.\d+$/.test(field) && theme ? [{ field, theme }] : []
  })

/** Moves the error of a theme to its field, and an error of all themes to the first field. */
const atThemes = (failure: Failure, themes: Theme[]) =>
  mapFieldErrors(failure, (error) => {
    const [list, place = '0'] = error.field.split('.')
    return list === 'themes' ? { ...error, field: themes[Number(place)]?.field ?? 'themes.0' } : error
  })

/** Returns the lines of the form for the addressees. Ignores blank ones. */
function linesIn(fields: Record<string, string>): Line[] {
  return Object.entries(fields).flatMap(([name, text]) => {
    const place = /^addressees\.(\d+)\.words$/.exec(name)?.[1]
    return place ? [{ place, words: text, party: fields[`addressees.${place}.party`] }] : []
  })
}

/** A party is the name of an organization or a group. If there is no such organization, tries a group. */
async function edit(actor: Actor, reading: object, lines: Line[]) {
  const as = (groups: ReadonlySet<number>) =>
    editRecommendation(actor, {
      ...reading,
      addressees: lines.map(({ words, party }, place) => ({
        words,
        ...(party && { [groups.has(place) ? 'group' : 'organization']: party }),
      })),
    })
  const result = await as(new Set())
  if (result.ok || result.reason !== 'invalid') return result
  const unknown = result.errors.filter(({ code }) => code === 'organization_unknown')
  return unknown.length > 0 ? as(new Set(unknown.map(({ field }) => placeIn(field)))) : result
}

const placeIn = (field: string) => Number(field.split('.')[1])

/** Moves an error to its line in the form. A name that is neither an organization nor a group gets its own error. */
const atLines = (failure: Failure, lines: Line[]) =>
  mapFieldErrors(failure, (error) => {
    const [list, place, part] = error.field.split('.')
    const line = list === 'addressees' && lines[Number(place)]
    if (!line) return error
    if (error.code === 'group_unknown' || error.code === 'organization_unknown') {
      return { ...error, field: `addressees.${line.place}.party`, code: 'party_unknown' }
    }
    return { ...error, field: `addressees.${line.place}.${part}` }
  })
