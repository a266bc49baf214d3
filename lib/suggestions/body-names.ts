const english =
  'Council Committee Assembly Commission Conference Congress Board Court Authority Organization Organisation Parliament ' +
  'Senate Agency Ministry Tribunal Bureau Secretariat Unit Office Inquiry Inspectorate Programme Fund Department Group'
const others =
  'Conseil Comité Assemblée Conférence Congrès Cour Chambre Autorité Parlement Sénat Agence Ministère Bureau Consejo ' +
  'Asamblea Comisión Conferencia Congreso Corte Tribunal Autoridad Organización Agencia Ministerio Oficina Совет Комитет ' +
  'Ассамблея Комиссия Конференция Конгресс Суд Организация Министерство'
const oneOf = (nouns: string) => `(?:${nouns.replaceAll(' ', '|')})`
const noun = new RegExp(String.raw`(?<!\p{L})${oneOf(english)}(?!\p{L})`, 'u')
const nounFirst = new RegExp(String.raw`^(?:(?:le|la|el)\s|l[’'])?${oneOf(others)}\s`, 'iu')
const chinese = /^\p{Script=Han}{2,20}(?:理事会|委员会|大会|会议|法院|组织)$/u

/** What other lines begin with that name a body too. */
const about =
  /^(?:reports?|notes?|letters?|conclusions?|recommendations?|review|evaluation|audit of|summary|follow|concluding|draft|agenda|resolutions?|decisions?|statement|views|replies|minutes|proceedings|terms|annual|chapter|part|annex)(?!\p{L})/iu
const small = /^(?:the|of|on|for|and|in|to|against|with|at|its|all|by)$/

const longest = 100
const mostWords = 14

/** Returns the body that a line names, if it names nothing else: "Human Rights Council", "COMMITTEE AGAINST TORTURE". */
export function bodyIn(text: string): string | undefined {
  if (text.length > longest || /[\d:.,;?!]/.test(text) || about.test(text)) return
  const words = text.split(/\s+/)
  if (words.length > mostWords) return
  if (chinese.test(text) || nounFirst.test(text)) return text
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  const isName = capitals.length > 1 && words.every((word) => capitals.includes(word) || small.test(word))
  return isName && noun.test(inSmallLetters(text)) ? text : undefined
}

/** Returns a text in capitals with small letters after the first of each word. */
const inSmallLetters = (text: string) =>
  text === text.toUpperCase() ? text.replace(/(?<=\p{L})\p{L}/gu, (letter) => letter.toLowerCase()) : text
