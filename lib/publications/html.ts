import { escaped } from '@/lib/overview/trend-svg'
import { chartAsSvg } from './chart-svg'
import type { PublicationBlock, PublicationContent } from './content'

/*
 * A report as one file that needs nothing else: no script, no picture, no font from elsewhere. It reads as a page and
 * prints as a paper.
 */

const style = `
:root{color-scheme:light;font:1rem/1.55 Georgia,'Times New Roman',serif;color:#1b2230;background:#fff}
body{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1,h2,h3,h4,th,caption,dt,figcaption,nav{font-family:system-ui,sans-serif;line-height:1.25}
h1{font-size:2rem;margin:0 0 .25rem}h2{font-size:1.45rem;margin:2.5rem 0 .75rem;border-block-start:2px solid #1b2230;padding-block-start:.75rem}
h3{font-size:1.1rem;margin:2rem 0 .5rem}p,blockquote{max-width:44rem}
.numbered{padding-inline-start:2.5rem;text-indent:-2.5rem}.numbered>*{text-indent:0}.number{display:inline-block;min-width:2.5rem;font-family:system-ui,sans-serif}
blockquote{margin:.75rem 0;padding-inline-start:1rem;border-inline-start:3px solid #11594c;white-space:pre-wrap}
blockquote footer{color:#4a5263;font-size:.9rem;white-space:normal}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.25rem 1.25rem;margin:1rem 0}dt{color:#4a5263}dd{margin:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}
caption{text-align:start;font-weight:600;padding-block-end:.5rem}th,td{text-align:start;vertical-align:top;padding:.4rem .5rem;border-block-end:1px solid #c9cdd6}
th{border-block-end:2px solid #1b2230}.figure{text-align:end;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}svg{max-width:100%;height:auto}details{margin:.5rem 0}
nav ol{columns:2 18rem;padding-inline-start:1.25rem}a{color:#0b4a8f}
@media print{body{max-width:none;padding:0;font-size:10.5pt}nav,summary{display:none}details::details-content{content-visibility:visible}h2,h3{break-after:avoid}tr,blockquote,figure{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.scroll{overflow:visible}@page{size:A4;margin:20mm}}
`

/** Returns a report as an HTML document, in parts. */
export function* htmlOf(content: PublicationContent): Generator<string> {
  const { title, subtitle, language, direction, imprint, issue, words, blocks } = content
  yield `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Followthrough">
<meta name="followthrough-code" content="${escaped(issue.code)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${escaped(title)}</h1>
${subtitle ? `<p dir="auto">${escaped(subtitle)}</p>` : ''}
${factsOf(imprint)}
</header>
<nav aria-label="${escaped(words.contents)}"><h2>${escaped(words.contents)}</h2><ol>${contentsOf(blocks)}</ol></nav>
<main>
`
  for (const [place, block] of blocks.entries()) yield `${blockOf(block, place, content)}\n`
  yield '</main>\n</body>\n</html>\n'
}

const contentsOf = (blocks: PublicationBlock[]) =>
  blocks
    .flatMap((block, place) =>
      block.type === 'heading' && block.level === 1 ? [`<li><a href="#s${place}">${escaped(block.text)}</a></li>`] : [],
    )
    .join('')

const langOf = (language: string | undefined) => (language === undefined ? '' : ` lang="${escaped(language)}"`)

function blockOf(block: PublicationBlock, place: number, content: PublicationContent): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 1} id="s${place}" dir="auto">${escaped(block.text)}</h${block.level + 1}>`
    case 'paragraph': {
      const text = `<bdi>${escaped(block.text)}</bdi></p>`
      if (block.number === undefined) return `<p${langOf(block.language)}>${text}`
      return `<p class="numbered"${langOf(block.language)}><span class="number">${block.number}.</span>${text}`
    }
    case 'quote':
      return `<blockquote${langOf(block.language)} dir="auto">${escaped(block.text)}<footer dir="auto">${escaped(block.citation)}</footer></blockquote>`
    case 'items':
      return `<ul>${block.items.map((item) => `<li dir="auto">${escaped(item)}</li>`).join('')}</ul>`
    case 'facts':
      return factsOf(block.facts)
    case 'table':
      return tableOf(block)
    case 'chart':
      return `<figure>${chartAsSvg(block, place, content)}<figcaption dir="auto">${escaped(block.caption)}</figcaption>${pointsOf(block, content)}</figure>`
  }
}

const factsOf = (facts: { label: string; value: string }[]) =>
  `<dl>${facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd><bdi>${escaped(value)}</bdi></dd>`).join('')}</dl>`

type Table = Extract<PublicationBlock, { type: 'table' }>

function tableOf({ caption, columns, rows }: Table) {
  const kinds = columns.map(({ kind }) => (kind === 'number' ? ' class="figure"' : ''))
  const head = columns.map(({ label }, at) => `<th scope="col"${kinds[at]}>${escaped(label)}</th>`).join('')
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map(({ text, language }, at) => `<td${kinds[at]}${langOf(language)} dir="auto">${escaped(text)}</td>`).join('')}</tr>`,
  )
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`
}

type Chart = Extract<PublicationBlock, { type: 'chart' }>

/** The figures of a chart as a table, for those who do not see it. */
const pointsOf = (chart: Chart, { words }: PublicationContent) =>
  `<details><summary>${escaped(words.table)}</summary>${tableOf({
    type: 'table',
    name: 'points',
    caption: chart.caption,
    columns: [
      { name: 'day', label: words.day, kind: 'day', share: 0.2 },
      ...[...chart.series.map(({ label }) => label), chart.overdue].map((label) => ({
        ...{ name: label, label, kind: 'number' as const, share: 0.1 },
      })),
    ],
    rows: chart.points.map(({ label, counts, overdue }) => [
      { text: label },
      ...[...counts, overdue].map((count) => ({ text: String(count) })),
    ]),
  })}</details>`
