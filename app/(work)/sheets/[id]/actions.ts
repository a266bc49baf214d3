'use server'

import { action } from '@/app/_actions/action'
import { formConflict } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { sheetAddress } from '@/app/_addresses/sheet'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { type Failure, mapFieldErrors } from '@/lib/platform/result'
import { chooseWorksheet } from '@/lib/sheets/choose-worksheet'
import { importSheet } from '@/lib/sheets/import-sheet'
import { mapColumns } from '@/lib/sheets/map-columns'
import { findSheet } from '@/lib/sheets/queries'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'
import { chosenColumns } from './chosen-columns'
import { type ChosenName, chosenNames } from './chosen-names'

export const saveColumns = action(async (actor, form) => {
  const { id = '', version, title, code, symbol, order, apart, ...fields } = readForm(form)
  const chosen = chosenColumns(fields)
  if (!chosen.ok) return refused(chosen, readTyped(form))
  const result = await mapColumns(actor, { id, version, mapping: chosen.mapping, title, code, symbol, order, apart })
  if (!result.ok) return formConflict(atFirstColumn(result), form)
  return formDone({ href: sheetAddress(id, { done: 'mapped' }) })
})

/** Moves the error of a field for which no column was chosen to the first column. */
function atFirstColumn(failure: Failure): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) => ({ ...error, field: error.field.replace(/^mapping\..*/, 'column-0') }))
  return { ...failure, errors }
}

/** Says which organizations the names mean that would otherwise be added, and has the rows checked again. */
export const saveNames = action(async (actor, form) => {
  const { id = '', version, ...fields } = readForm(form)
  const found = await findSheet(actor, id)
  if (!found.ok) return refused(found, readTyped(form))
  const { mapping, options } = found.value
  const names = chosenNames(fields)
  const sameAs = Object.fromEntries(names.map(({ written, name }) => [written, name]))
  const result = await mapColumns(actor, { ...options, id, version, mapping, sameAs })
  if (!result.ok) return formConflict(atNames(result, names), form)
  return formDone({ href: sheetAddress(id, { done: 'mapped' }) })
})

/** Moves the error of a name to the field in which it was typed. */
const atNames = (failure: Failure, names: ChosenName[]) =>
  mapFieldErrors(failure, (error) => {
    const place = names.find(({ written }) => error.field === `sameAs.${written}`)?.place
    return place === undefined ? error : { ...error, field: `same-${place}` }
  })

export const readWorksheet = action(async (actor, form) => {
  const { id = '', version, worksheet } = readForm(form)
  const result = await chooseWorksheet(actor, { id, version, worksheet })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: sheetAddress(id) })
})

export const startImport = action(async (actor, form) => {
  const { id = '', version } = readForm(form)
  const result = await importSheet(actor, { id, version })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: sheetAddress(id, { done: 'importing' }) })
})

export const withdraw = action(async (actor, form) => {
  const { id = '' } = readForm(form)
  const result = await withdrawSheet(actor, { id })
  if (!result.ok) return formConflict(result, form)
  return formDone({ href: sheetAddress(id, { done: 'withdrawn' }) })
})
