import { randomUUID } from 'node:crypto'
import {
  type ChosenFile,
  chosenFile,
  fieldValue,
  formOf,
  isDisabled,
  isToggle,
  optionValue,
  selectedIn,
} from './fields'
import { labelsOf } from './roles'

type Entry = [name: string, value: string | ChosenFile]

/** A request that a form sends. */
export type Submission = { url: string; method: 'GET' | 'POST'; body?: { type: string; data: Buffer } }

const noFile: ChosenFile = { name: '', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) }

/** Returns the request that a browser without script sends when a form is submitted by one of its buttons. */
export function submissionOf(form: Element, button: Element | null, pageUrl: string): Submission {
  const setting = (name: string) => button?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? ''
  const checked = !form.hasAttribute('novalidate') && !button?.hasAttribute('formnovalidate')
  if (checked) for (const field of fieldsOf(form)) validate(field)

  const entries = entriesOf(form, button)
  const url = new URL(setting('action') || pageUrl, pageUrl)
  if (setting('method').toLowerCase() !== 'post') {
    url.search = new URLSearchParams(entries.map(([name, value]) => [name, text(value)])).toString()
    return { url: url.href, method: 'GET' }
  }
  const multipart = setting('enctype').toLowerCase() === 'multipart/form-data'
  return { url: url.href, method: 'POST', body: multipart ? inParts(entries) : inOneLine(entries) }
}

const fieldsOf = (form: Element) =>
  [...form.ownerDocument.querySelectorAll('button, input, select, textarea')].filter((field) => formOf(field) === form)

/** Throws if a browser would ask for a value instead of sending the form. */
function validate(field: Element) {
  if (isDisabled(field)) return
  const value = isToggle(field) && !field.hasAttribute('checked') ? '' : fieldValue(field)
  const missing = field.hasAttribute('required') && value === '' && field.getAttribute('type') !== 'radio'
  const wrong = field.getAttribute('type') === 'email' && value !== '' && !/^[^\s@]+@[^\s@]+$/.test(value)
  if (missing || wrong) throw new Error(`The browser does not accept “${value}” in “${labelsOf(field).join(' ')}”.`)
}

function entriesOf(form: Element, button: Element | null): Entry[] {
  return fieldsOf(form).flatMap((field): Entry[] => {
    const name = field.getAttribute('name')
    const kind = (field.getAttribute('type') ?? '').toLowerCase()
    const isButton = field.localName === 'button' || ['submit', 'image', 'button', 'reset'].includes(kind)
    if (!name || isDisabled(field) || (isButton && field !== button)) return []
    if (isToggle(field) && !field.hasAttribute('checked')) return []
    if (field.localName === 'select') return selectedIn(field).map((option) => [name, optionValue(option)])
    if (kind === 'file') return [[name, chosenFile(field) ?? noFile]]
    return [[name, fieldValue(field)]]
  })
}

const text = (value: string | ChosenFile) =>
  (typeof value === 'string' ? value : value.name).replace(/\r\n|\r|\n/g, '\r\n')

const inOneLine = (entries: Entry[]) => ({
  type: 'application/x-www-form-urlencoded',
  data: Buffer.from(new URLSearchParams(entries.map(([name, value]) => [name, text(value)])).toString()),
})

function inParts(entries: Entry[]) {
  const boundary = `----${randomUUID()}`
  const parts = entries.flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`
    return typeof value === 'string'
      ? [Buffer.from(`${head}\r\n\r\n${text(value)}\r\n`)]
      : [
          Buffer.from(`${head}; filename="${quoted(value.name)}"\r\nContent-Type: ${value.mimeType}\r\n\r\n`),
          value.buffer,
          Buffer.from('\r\n'),
        ]
  })
  const data = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { type: `multipart/form-data; boundary=${boundary}`, data }
}

const quoted = (name: string) => name.replaceAll('"', '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
