import failure from './en.failure.json'
import form from './en.form.json'
import main from './en.json'

/** Every text of the interface, in English. */
export const en = { ...main, failure, form }
