import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'

let languages: typeof import('@/lib/platform/languages')
let words: typeof import('@/lib/platform/i18n')
let requests: typeof import('@/lib/platform/request-scope')
let citations: typeof import('@/lib/domain/citation')

/** Loads the modules again under another setting. */
async function under(setting: string) {
  vi.resetModules()
  vi.stubEnv('PSEUDO_LANGUAGE', setting)
  languages = await import('@/lib/platform/languages')
  words = await import('@/lib/platform/i18n')
  requests = await import('@/lib/platform/request-scope')
  citations = await import('@/lib/domain/citation')
}

beforeAll(() => under('asked'))

/** Works within a request of this language. */
const asking = <T>(language: string, work: () => T) =>
  requests.inRequest({ reference: '', reached: true, language, setHeader() {}, setStatus() {} }, work)

test.each([
  ['', 'en'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['en-XB', 'en-XB'],
  ['fr, en-XB;q=0.8, en;q=0.7', 'en-XB'],
  ['*', 'en'],
  ['no header, ;q=x, \u0000', 'en'],
])('a browser that asks for %j is answered in %s', (header, language) => {
  expect(languages.preferredLanguage(header)).toBe(language)
})

test('words are those of the request, or those of the reader of a mail', () => {
  const label = () => words.t('menu.people')
  expect(label()).toBe('People')
  expect(asking('en-XB', label)).toBe(
    '⟦Ƥeeooƥļee⟧'.replaceAll('Ƥ', 'Þ').replaceAll('ƥ', 'þ').replaceAll('ee', 'éé').replaceAll('oo', 'óó'),
  )
  expect(asking('en', label)).toBe('People')
  expect(asking('en-XB', () => languages.inLanguage('en', label))).toBe('People')
  expect(asking('en-XB', () => languages.inLanguage(null, label))).toBe('People')
  expect(languages.inLanguage('xx', label)).toBe('People')
})

const catalogue = 'lib/messages/en'
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

test('the catalogue has every file and folder of its folder, under its name', () => {
  const parts = new Set(readdirSync(catalogue).map((file) => file.replace(/\.\w+$/, '')))
  expect(Object.keys(words.messages).map(kebab).toSorted()).toEqual([...parts].toSorted())
})

test('a part that is a folder has the keys of all its files, each once', () => {
  const folders = Object.entries(words.messages).filter(([name]) => existsSync(`${catalogue}/${kebab(name)}.ts`))
  expect(folders.length).toBeGreaterThan(0)
  for (const [name, part] of folders) {
    const folder = `${catalogue}/${kebab(name)}`
    const keys = readdirSync(folder).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
    )
    expect(keys.toSorted()).toEqual(Object.keys(part).toSorted())
  }
})

test('two requests at once each keep their own language', async () => {
  let begun = 0
  let goOn = () => {}
  const both = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const together = async () => {
    begun += 1
    if (begun === 2) goOn()
    await both
    return `${words.t('menu.people')} ${languages.pageLanguage().dir}`
  }
  const [one, other] = await Promise.all([asking('en', together), asking('en-XB', together)])
  expect(one).toBe('People ltr')
  expect(other).toMatch(/^⟦.*⟧ rtl$/)
})

test('an account that has chosen a language is answered in it, from then on', () => {
  const before = (chosen: string | null) => {
    languages.answerIn(chosen)
    return languages.currentLanguage()
  }
  expect(asking('en', () => before('en-XB'))).toBe('en-XB')
  expect(asking('en-XB', () => before(null))).toBe('en-XB')
  expect(asking('en', () => before('xx'))).toBe('en')
})

test('parameters, counts and choices come through the language for testing', () => {
  const label = asking('en-XB', () => words.t('list.assignmentCount', { count: 1204 }))
  expect(label).toMatch(/^⟦.*1,204.*⟧$/)
  expect(label).not.toMatch(/[a-z]/)
  expect(asking('en-XB', () => words.countForms('bulk.selected'))).toMatchObject({ language: 'en-XB' })
})

test('a name from right to left keeps its place in a sentence and in a list, and other names stay as they are', () => {
  const late = (name: string) => words.t('recommendation.overdue', { count: 1, name, note: '26 days overdue' })
  expect(late('وزارة العدل')).toBe('\u2068وزارة العدل\u2069: 26 days overdue')
  expect(late('Tomás\u202e')).toBe('\u2068Tomás\u202e\u2069: 26 days overdue')
  expect(late('UNODC')).toBe('UNODC: 26 days overdue')
  expect(words.listInWords(['وزارة العدل', 'UNODC'])).toBe('\u2068وزارة العدل\u2069 and UNODC')
  expect(words.t('citation.paragraph', { label: '١٢' })).toBe('Para. ١٢')
})

test('a link within a text of the language for testing still leads on', () => {
  const label = asking('en-XB', () => words.t('dashboard.assignments', { notStarted: 2, count: 3 }))
  expect(label).toMatch(/^⟦\[2\]\(notStarted\) .*\]\(all\) /)
})

test('a citation takes its words and the order of a date from the language', () => {
  const english = citations.citationWords()
  expect(english.slice(0, 4)).toEqual(['unnumbered para. %1$s', 'para. %1$s', '%1$s %2$s %3$s', 'January'])
  expect(english).toHaveLength(15)
  expect(asking('en-XB', citations.citationWords)[1]).toMatch(/^⟦.*%1\$s⟧$/)
})

test('without the setting nobody is offered the language for testing', async () => {
  await under('off')
  expect(languages.preferredLanguage('en-XB')).toBe('en')
  expect(languages.inLanguage('en-XB', () => words.t('menu.people'))).toBe('People')
})

test('it can be set for everybody', async () => {
  await under('always')
  expect(languages.preferredLanguage('en')).toBe('en-XB')
  expect(words.t('menu.people')).toMatch(/^⟦/)
})
