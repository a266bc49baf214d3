const names = [
  'january janvier janv enero января январе январь январю jan كانون_الثاني/يناير يناير',
  'february février févr febrero февраля феврале февраль февралю feb فبراير شباط/فبراير',
  'march mars marzo марта марте март марту mar مارس آذار/مارس',
  'april avril avr abril апреля апреле апрель апрелю apr أبريل نيسان/أبريل',
  'may mai mayo мая мае май маю مايو أيار/مايو',
  'june juin junio июня июне июнь июню jun يونيه يونيو حزيران/يونيه',
  'july juillet julio июля июле июль июлю jul يوليه يوليو تموز/يوليه',
  'august août agosto августа августе август августу aug أغسطس آب/أغسطس',
  'september septembre sept septiembre сентября сентябре сентябрь сентябрю sep سبتمبر أيلول/سبتمبر',
  'october octobre oct octubre октября октябре октябрь октябрю أكتوبر تشرين_الأول/أكتوبر',
  'november novembre nov noviembre ноября ноябре ноябрь ноябрю نوفمبر تشرين_الثاني/نوفمبر',
  'december décembre déc diciembre декабря декабре декабрь декабрю dec ديسمبر كانون_الأول/ديسمبر',
]

const numbers = new Map(names.flatMap((line, place) => line.split(' ').map((name) => [name, place + 1] as const)))

/** Returns the number of a month by its name, counted from 1. */
export const monthOf = (word: string) => numbers.get(word)

const counts = [
  ['one', 'a', 'un', 'uno', 'одного', 'года', '一', 'سنة'],
  ['two', 'deux', 'dos', 'двух', '两', '二', 'سنتين', 'عامين', 'شهرين'],
  ['three', 'trois', 'tres', 'трех', '三', 'ثلاث', 'ثلاثة'],
  ['four', 'quatre', 'cuatro', 'четырех', '四', 'أربع', 'أربعة'],
  ['five', 'cinq', 'cinco', 'пяти', '五', 'خمس', 'خمسة'],
  ['six', 'seis', 'шести', '六', 'ست', 'ستة'],
  ['seven', 'sept', 'siete', 'семи', '七'],
  ['eight', 'huit', 'ocho', 'восьми', '八'],
  ['nine', 'neuf', 'nueve', 'девяти', '九'],
  ['ten', 'dix', 'diez', 'десяти', '十', 'عشر'],
  ['eleven'],
  ['twelve', 'douze', 'doce', 'двенадцати'],
]
const counted = new Map(counts.flatMap((line, place) => line.map((name) => [name, place + 1] as const)))

/** Returns a small number, in digits or as a word. */
export const countOf = (word: string) =>
  /^\p{Nd}{1,2}$/u.test(word) ? Number.parseInt(word.normalize('NFKC'), 10) : counted.get(word)
