/** How to set texts of a language: its primary tag, its region if it has one, its direction, and whether its script is Arabic. */
export type Typography = { lang: string; region: string | null; rtl: boolean; arabic: boolean }

const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/** Returns how to set texts of a language by its tag, such as `ar` or `zh-Hans`. An unknown one is set as English is. */
export function typographyOf(tag: string): Typography {
  const { language, script } = localeOf(tag).maximize()
  const { region } = localeOf(tag)
  return {
    lang: language.length > 3 ? 'en' : language,
    region: region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null,
    rtl: script !== undefined && rightToLeft.has(script),
    arabic: script === 'Arab',
  }
}

function localeOf(tag: string) {
  try {
    return new Intl.Locale(tag)
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Locale('en')
    throw error
  }
}
