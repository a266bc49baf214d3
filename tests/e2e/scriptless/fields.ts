import { textOf } from './rendered'

/** A file that is chosen in a field. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer }

const files = new WeakMap<Element, ChosenFile>()

export const chooseFile = (field: Element, file: ChosenFile) => files.set(field, file)

export const chosenFile = (field: Element) => files.get(field)

const typeOf = (field: Element) => (field.getAttribute('type') ?? 'text').toLowerCase()

export const isToggle = (field: Element) => field.localName === 'input' && ['checkbox', 'radio'].includes(typeOf(field))

export const isDisabled = (field: Element) =>
  field.hasAttribute('disabled') || field.closest('fieldset[disabled]') !== null

/** Returns the value that a field would send. */
export function fieldValue(field: Element): string {
  if (field.localName === 'textarea') return (field.textContent ?? '').replace(/^\n/, '')
  if (field.localName === 'select') return selectedIn(field).map(optionValue)[0] ?? ''
  return field.getAttribute('value') ?? (isToggle(field) ? 'on' : '')
}

/** Types a text into a field, in place of what it held. */
export function type(field: Element, text: string) {
  if (field.matches('[readonly]')) throw new Error('The field is read-only.')
  if (field.localName === 'textarea') field.textContent = text
  else if (field.localName === 'input' && !isToggle(field)) field.setAttribute('value', text)
  else throw new Error(`Nobody types into <${field.localName}>.`)
}

/** Ticks a checkbox, or chooses a radio button in place of the others of its name. */
export function check(field: Element, checked = true) {
  if (!isToggle(field)) throw new Error(`<${field.localName}> is no checkbox and no radio button.`)
  if (typeOf(field) === 'radio') for (const other of sameGroup(field)) other.removeAttribute('checked')
  if (checked) field.setAttribute('checked', '')
  else field.removeAttribute('checked')
}

const sameGroup = (radio: Element) =>
  [...radio.ownerDocument.querySelectorAll('input[type="radio"]')].filter(
    (other) => other.getAttribute('name') === radio.getAttribute('name') && formOf(other) === formOf(radio),
  )

export const optionValue = (option: Element) => option.getAttribute('value') ?? textOf(option)

/** Returns the options that are selected: without a choice the first of a list that drops down. */
export function selectedIn(select: Element): Element[] {
  const options = [...select.querySelectorAll('option')]
  const selected = options.filter((option) => option.hasAttribute('selected'))
  if (select.hasAttribute('multiple')) return selected
  const one = selected.at(-1) ?? options.find((option) => !option.hasAttribute('disabled'))
  return one ? [one] : []
}

/** Selects the option with a value or a label. */
export function select(field: Element, wanted: string | { label: string }) {
  const options = [...field.querySelectorAll('option')]
  const label = typeof wanted === 'string' ? wanted : wanted.label
  const chosen =
    options.find((option) => typeof wanted === 'string' && optionValue(option) === wanted) ??
    options.find((option) => textOf(option) === label)
  if (!chosen) throw new Error(`There is no option “${label}” among ${options.map(textOf).join(', ')}.`)
  for (const option of options) option.removeAttribute('selected')
  chosen.setAttribute('selected', '')
}

/** Returns the form that a field or button belongs to. */
export function formOf(field: Element): Element | null {
  const id = field.getAttribute('form')
  return id === null ? field.closest('form') : field.ownerDocument.getElementById(id)
}
