import { deflateSync } from 'node:zlib'

const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .map(
    (high, place) =>
      `${place % 100 === 0 ? `${Math.min(100, 256 - place)} beginbfrange\n` : ''}<${high}00> <${high}ff> <${high}00>${place % 100 === 99 || place === 255 ? '\nendbfrange' : ''}`,
  )
  .join('\n')}
endcmap end end`

const wide = (more: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Wide/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Wide/Flags 4>>>>]${more}>>`

/** The fonts of the pages: plain, bold, one for any characters, and one that does not say which it shows. */
const fonts = (toUnicode: number) =>
  `/R<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>/U${wide(`/ToUnicode ${toUnicode} 0 R`)}/N${wide('')}`

const stream = (dictionary: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${content.length}>>stream\n`),
    content,
    Buffer.from('\nendstream'),
  ])

type More = { trailer?: string; pages?: string; page?: string; forms?: Record<string, string>; count?: number }

/** Returns a PDF whose pages have these contents. */
export function pdfOf(contents: readonly (string | Buffer)[], more: More = {}): Buffer {
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R/Lang(en)>>',
    '',
    stream('', Buffer.from(cmap)),
    '<</Title(The report)>>',
  ]
  const forms = Object.entries(more.forms ?? {}).map(([name, content]) => {
    objects.push(stream(`/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources 5 0 R`, Buffer.from(content)))
    return `/${name} ${objects.length + 1} 0 R`
  })
  objects.splice(4, 0, `<</Font<<${fonts(3)}>>/XObject<<${forms.join('')}>>>>`)
  const kids = contents.map((content) => {
    const packed = stream(
      '/Filter/FlateDecode',
      typeof content === 'string' ? deflateSync(Buffer.from(content, 'latin1')) : content,
    )
    objects.push(packed)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources 5 0 R/Contents ${objects.length} 0 R${more.page ?? ''}>>`,
    )
    return `${objects.length} 0 R`
  })
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`
  return written(objects, more.trailer ?? '')
}

function written(objects: readonly (string | Buffer)[], trailer: string) {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const bytes = Buffer.concat([Buffer.from(`${index + 1} 0 obj`), Buffer.from(object), Buffer.from('endobj\n')])
    places.push(at)
    parts.push(bytes)
    at += bytes.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R/Info 4 0 R${trailer}>>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}

/** Returns a PDF with this many empty pages. */
export const pagesOf = (count: number) =>
  written(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, page) => `${page + 5} 0 R`).join(' ')}]>>`,
      '<<>>',
      '<<>>',
      ...Array.from({ length: count }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'),
    ],
    '',
  )

type Look = { size?: number; font?: 'R' | 'B' | 'U' | 'N' }

/** Prints a text at a place, counted in points from the lower left corner. */
export function at(x: number, y: number, text: string, { size = 10, font = 'R' }: Look = {}) {
  const shown =
    font === 'R' || font === 'B'
      ? `(${text.replace(/[()\\]/g, '\\$&')})`
      : `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET\n`
}

/** Prints lines below each other. */
export const down = (x: number, y: number, lines: readonly string[], leading = 12, look?: Look) =>
  lines.map((line, place) => at(x, y - place * leading, line, look)).join('')
