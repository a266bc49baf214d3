import { attribute, type Element, walk } from './walk'

/** What hides an element, or shows it: the last rule counts. */
const display = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i
const visibility = /(?:^|;)\s*visibility\s*:\s*([a-z]+)/i

/** Selectors of one class or one id, with or without the name of the element: ".draft", "p.draft", "#comments". */
const simple = /^([a-z][a-z0-9]*)?([.#][\w-]+)$/i

/** The most rules that are read. Pages of publishers have some thousand. */
const mostRules = 20_000

/** No page has so many characters. */
const longestPage = 1e9

/** By selector, whether it hides what it selects. Of several rules the most precise counts, and then the last. */
type Rules = Map<string, Rule>
type Rule = { hidden: boolean; rank: number }

const shown: Rule = { hidden: false, rank: -1 }

/** Returns a function that says whether the style sheets in a page hide an element by its class or its id. */
export function hiddenByRules(page: Parameters<typeof walk>[0]): (element: Element) => boolean {
  const hides: Rules = new Map()
  addRules(sheetsIn(page).join('\n'), hides)
  if (hides.size === 0) return () => false
  return (element) => {
    const classes = (attribute(element, 'class') ?? '').split(/\s+/).map((name) => `.${name}`)
    const names = [...classes, `#${attribute(element, 'id')}`]
    const rules = names.flatMap((name) => [hides.get(name) ?? [], hides.get(`${element.tagName}${name}`) ?? []].flat())
    return rules.reduce((last, rule) => (rule.rank > last.rank ? rule : last), shown).hidden
  }
}

/** Returns the texts of the style sheets that hold for a screen. */
function sheetsIn(page: Parameters<typeof walk>[0]): string[] {
  const sheets: string[] = []
  let inSheet = false
  walk(page, {
    enter(element) {
      inSheet = element.tagName === 'style' && /^(?:|all|screen)$/i.test((attribute(element, 'media') ?? '').trim())
      return element.tagName !== 'style' || inSheet
    },
    leave: () => {
      inSheet = false
    },
    text: (text) => {
      if (inSheet) sheets.push(text)
    },
  })
  return sheets
}

/** Reads the rules of a style sheet. Those within others, such as "@media print", are left out. */
function addRules(css: string, hides: Rules) {
  const text = css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ')
  let depth = 0
  let from = 0
  let selectors = ''
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth++ === 0) selectors = text.slice(from, index)
    if (brace === '}' && depth > 0 && --depth === 0) addRule(selectors, text.slice(from, index), hides, index)
    if (hides.size > mostRules) return
    from = index + 1
  }
}

function addRule(selectors: string, declarations: string, hides: Rules, place: number) {
  if (selectors.includes('@')) return
  const found = [display, visibility].map((pattern) => pattern.exec(declarations)?.[1]?.toLowerCase())
  if (found.every((value) => value === undefined)) return
  const hidden = found.some((value) => value === 'none' || value === 'hidden')
  for (const selector of selectors.split(',')) {
    const [, tag = '', name] = simple.exec(selector.trim()) ?? []
    const precise = (name?.startsWith('#') ? 2 : 0) + (tag === '' ? 0 : 1)
    if (name) hides.set(`${tag.toLowerCase()}${name}`, { hidden, rank: precise * longestPage + place })
  }
}
