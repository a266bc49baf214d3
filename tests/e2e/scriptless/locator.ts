import * as fields from './fields'
import { isLike, isRendered, textOf, type Wanted } from './rendered'
import { descriptionOf, isPerceived, labelsOf, levelOf, nameOf, roleOf } from './roles'

/** The tab in which elements are found. */
export type Tab = { document: Document; url(): string; activate(element: Element): Promise<void> }

/** A page, or an element of it. */
type Root = Document | Element
type Find = (root: Root) => Element[]
type RoleOptions = { name?: Wanted; exact?: boolean; level?: number; checked?: boolean }
type Filter = { has?: ScriptlessLocator; hasText?: Wanted; visible?: boolean }

const within = (root: Root) => [...('body' in root ? root.body : root).querySelectorAll('*')]

/**
 * Finds elements of a page in the ways of Playwright's locator, and does with them what needs no script. Without words it
 * stands for the page itself.
 */
export class ScriptlessLocator {
  constructor(
    private readonly page: Tab,
    private readonly find: Find,
    private readonly words: string,
  ) {}

  private further(words: string, find: Find) {
    const all: Find = (root) => (this.words === '' ? find(root) : [...new Set(this.find(root).flatMap(find))])
    return new ScriptlessLocator(this.page, all, `${this.words} ${words}`.trim())
  }

  private narrowed(words: string, narrow: (elements: Element[]) => Element[]) {
    return new ScriptlessLocator(this.page, (root) => narrow(this.find(root)), `${this.words} ${words}`)
  }

  locator(css: string) {
    return this.further(css, (root) => [...root.querySelectorAll(css)])
  }

  getByRole(role: string, { name, exact = false, level, checked }: RoleOptions = {}) {
    return this.further(`${role} ${name ?? ''}`, (root) =>
      within(root).filter(
        (element) =>
          roleOf(element) === role &&
          isPerceived(element) &&
          (level === undefined || levelOf(element) === level) &&
          (checked === undefined || element.hasAttribute('checked') === checked) &&
          (name === undefined || isLike(nameOf(element), name, exact)),
      ),
    )
  }

  getByLabel(label: Wanted, { exact = false } = {}) {
    return this.further(`labelled ${label}`, (root) =>
      within(root).filter((element) => labelsOf(element).some((text) => isLike(text, label, exact))),
    )
  }

  /** Finds the innermost elements with a text. */
  getByText(text: Wanted, { exact = false } = {}) {
    const says = (element: Element) => isLike(textOf(element), text, exact)
    return this.further(`with text ${text}`, (root) =>
      within(root).filter((element) => says(element) && ![...element.children].some(says)),
    )
  }

  filter({ has, hasText, visible }: Filter) {
    return this.narrowed(`that have ${has?.words ?? hasText ?? 'been filtered'}`, (elements) =>
      elements.filter(
        (element) =>
          (has === undefined || has.find(element).length > 0) &&
          (hasText === undefined || isLike(textOf(element), hasText)) &&
          (visible === undefined || isRendered(element) === visible),
      ),
    )
  }

  nth = (place: number) => this.narrowed(`number ${place}`, (elements) => elements.slice(place).slice(0, 1))
  first = () => this.nth(0)
  last = () => this.narrowed('last', (elements) => elements.slice(-1))

  elements = () => this.find(this.page.document)

  /** Returns the only element. */
  only(): Element {
    const [element, ...others] = this.elements()
    if (!element || others.length > 0)
      throw new Error(`${this} finds ${others.length + (element ? 1 : 0)} elements on ${this.page.url()}.`)
    return element
  }

  /** Returns the only element, if a person can use it. */
  private usable(): Element {
    const element = this.only()
    if (!isRendered(element)) throw new Error(`${this} is not shown on ${this.page.url()}.`)
    if (fields.isDisabled(element)) throw new Error(`${this} is disabled on ${this.page.url()}.`)
    return element
  }

  click = async () => this.page.activate(this.usable())
  fill = async (text: string) => fields.type(this.usable(), text)
  check = async () => fields.check(this.usable())
  selectOption = async (wanted: string | { label: string }) => fields.select(this.usable(), wanted)
  setInputFiles = async (file: fields.ChosenFile) => fields.chooseFile(this.usable(), file)

  isVisible = async () => this.elements().some(isRendered)
  count = async () => this.elements().length
  textContent = async () => this.only().textContent
  inputValue = async () => fields.fieldValue(this.only())
  getAttribute = async (name: string) => this.only().getAttribute(name)
  description = () => descriptionOf(this.only())

  toString() {
    return `“${this.words}”`
  }
}
