import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { downloadName, titleFrom } from '@/lib/evidence/file-name'
import { kindOf } from '@/lib/formats/kinds/detect-kind'
import { compoundOf, zipOf } from '../support/documents'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-kinds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'file')

/** Returns the kind of a content, or the refusal after a `-`. */
async function kindOfContent(content: string | Buffer) {
  writeFileSync(path, content)
  const detected = await kindOf(path)
  return 'kind' in detected ? detected.kind : `- ${detected.refused}`
}

const types = '<?xml version="1.0"?><Types/>'
const office = (main: string, more: Record<string, string> = {}) =>
  zipOf({ '[Content_Types].xml': types, [main]: '<x/>', ...more })
const open = (kind: string, more: Record<string, string> = {}) =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>', ...more })
const bytes = (hex: string) => Buffer.from(hex, 'hex')
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
const png = bytes('89504e470d0a1a0a0000000d49484452000000010000000108020000009077 53de'.replace(' ', ''))

const kinds: [what: string, content: string | Buffer, kind: string][] = [
  ['PDF', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF', 'pdf'],
  ['Word', office('word/document.xml'), 'docx'],
  ['Word with its types last', zipOf({ 'word/document.xml': '<x/>', '[Content_Types].xml': types }), 'docx'],
  ['Excel', office('xl/workbook.xml'), 'xlsx'],
  ['PowerPoint', office('ppt/presentation.xml'), 'pptx'],
  ['Word with macros', office('word/document.xml', { 'word/vbaProject.bin': 'x' }), '- evidence_type_macros'],
  ['Excel with old macros', office('xl/workbook.xml', { 'xl/macrosheets/a.xml': 'x' }), '- evidence_type_macros'],
  ['OpenDocument text', open('text'), 'odt'],
  ['OpenDocument spreadsheet', open('spreadsheet'), 'ods'],
  ['OpenDocument presentation', open('presentation'), 'odp'],
  ['OpenDocument with macros', open('text', { 'Basic/script-lc.xml': 'x' }), '- evidence_type_macros'],
  ['an archive', zipOf({ 'a.txt': 'hello' }), '- evidence_type_archive'],
  ['an archive that calls itself a document', zipOf({ '[Content_Types].xml': types }), '- evidence_type_archive'],
  ['an archive that was cut', office('word/document.xml').subarray(0, 80), '- evidence_type_archive'],
  ['gzip', bytes('1f8b0800000000000003'), '- evidence_type_archive'],
  ['old Word', compoundOf('Root Entry', 'WordDocument', '1Table'), 'doc'],
  ['old Word with macros', compoundOf('Root Entry', 'WordDocument', 'a', 'b', 'c', 'Macros'), '- evidence_type_macros'],
  ['old Excel', compoundOf('Root Entry', 'Workbook'), 'xls'],
  ['old PowerPoint', compoundOf('Root Entry', 'a', 'b', 'c', 'PowerPoint Document'), 'ppt'],
  ['an Outlook message', compoundOf('Root Entry', '__properties_version1.0'), 'msg'],
  ['a locked document', compoundOf('Root Entry', 'EncryptedPackage'), '- evidence_type_locked'],
  ['an installer', compoundOf('Root Entry', 'Icon'), '- evidence_type_unknown'],
  [
    'a compound file that was cut',
    compoundOf('Root Entry', 'WordDocument').subarray(0, 600),
    '- evidence_type_unknown',
  ],
  ['RTF', '{\\rtf1 hello}', 'rtf'],
  ['PNG', png, 'png'],
  ['PNG with a page behind it', Buffer.concat([png, Buffer.from('<html><script>')]), 'png'],
  ['JPEG', bytes('ffd8ffe000104a46494600010100000100010000ffd9'), 'jpg'],
  ['WebP', Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f', 'latin1'), 'webp'],
  ['plain text', 'Plain words, é and ü.', 'txt'],
  ['plain text in UTF-16', wide('Plain words, Ā and 漢字.'), 'txt'],
  ['plain text in Latin 1', Buffer.from('caf\xe9 au lait', 'latin1'), 'txt'],
  ['plain text like the start of an image', 'BM is a short word.', 'txt'],
  ['a table', 'State,Reports\nBrazil,3\n"Korea, Republic of",2\n', 'csv'],
  ['a table with semicolons', 'State;Reports\r\nBrazil;3\r\n', 'csv'],
  ['sentences with commas', 'First, second, third.\nAnd then, a fourth.\nNo more.', 'txt'],
  [
    'an email',
    'Received: by mx\nFrom: a@example.org\nTo: b@example.org\nSubject: Re\n\n<html>We accept.</html>',
    'eml',
  ],
  ['an email without its date', 'From: a@example.org\nSubject: Re\n\nWe accept.', 'eml'],
  ['an HTML page', '<!doctype html><script>alert(1)</script>', '- evidence_type_page'],
  ['an HTML page in UTF-16', wide('<html><script>alert(1)</script>'), '- evidence_type_page'],
  ['an HTML page after blanks', '\ufeff \n\n<ScRiPt>alert(1)</ScRiPt>', '- evidence_type_page'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '- evidence_type_page'],
  ['XML', '<?xml version="1.0"?><a/>', '- evidence_type_page'],
  [
    'a Windows program',
    Buffer.from(`MZ${'\0'.repeat(58)}\x80\0\0\0${'\0'.repeat(64)}PE\0\0`, 'latin1'),
    '- evidence_type_program',
  ],
  ['a Linux program', Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(60)}`, 'latin1'), '- evidence_type_program'],
  ['a script', '#!/bin/sh\nrm -rf /\n', '- evidence_type_program'],
  ['bytes of nothing', bytes('000102030405060708'), '- evidence_type_unknown'],
  ['text with a control character at its end', `${'Words. '.repeat(20_000)}\x01`, '- evidence_type_unknown'],
  ['nothing', '', '- evidence_file_empty'],
]
test.each(kinds)('%s', async (_, content, kind) => {
  expect(await kindOfContent(content)).toBe(kind)
})

test('sectors that follow each other in a circle come to an end', async () => {
  const file = compoundOf('Root Entry', 'a', 'b', 'c', 'd', 'e')
  file.writeUInt32LE(1, 512 + 8)
  file.writeUInt32LE(0, 68)
  expect(await kindOfContent(file)).toBe('- evidence_type_unknown')
})

test('50 MB are looked at in a few seconds, whatever is in them', { timeout: 20_000 }, async () => {
  for (const part of ['words ', 'a,b\n', '"', 'From: a\n', 'PK\x01\x02']) {
    const content = Buffer.alloc(50 * 1024 * 1024, part)
    const begun = Date.now()
    await kindOfContent(content)
    expect(Date.now() - begun).toBeLessThan(5_000)
  }
})

test.each([
  ['report.pdf', 'report.pdf'],
  ['C:\\fakepath\\report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['Letter \u202efdp.exe', 'Letter fdp.exe'],
  ['a\r\nb\0.pdf', 'a b .pdf'],
  ['the %22final%22 report.pdf', 'the "final" report.pdf'],
  ['100%25 done%0D%0A.pdf', '100%25 done .pdf'],
  ['\u200b', undefined],
  ['', undefined],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(150)}…`],
])('the title of a file that was sent as %j is %j', (sentAs, title) => {
  expect(titleFrom(sentAs)).toBe(title)
})

test.each([
  ['report.pdf', 'application/pdf', 'report.pdf'],
  ['Letter of 3 May', 'application/pdf', 'Letter of 3 May.pdf'],
  ['evil.html', 'text/plain', 'evil.html.txt'],
  ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
  ['../a"b.txt', 'text/plain', '--a-b.txt'],
])('%j of the type %s is downloaded as %j', (title, type, name) => {
  expect(downloadName(title, type)).toBe(name)
})
