import { decodeText } from './decode-text'
import { RefusedFile } from './file-refusals'
import { kindOfContent } from './kinds/detect-kind'

export const fileFormats = ['text', 'markdown', 'html', 'docx', 'pdf'] as const

export type FileFormat = (typeof fileFormats)[number]

const page = /<(?:!doctype\s+html|html|head|title|body|main|article|section|div|h[1-6]|p|ol|ul|table|meta)[\s>/]/i
const markdown = /\.(?:md|markdown)$/i

/** Returns the format of a file by its content. The name only tells Markdown from other texts. */
export async function formatOf(content: Buffer, name: string): Promise<FileFormat> {
  const found = await kindOfContent(content)
  if ('refused' in found) return formatOfRefused(found.refused, content, name)
  if (found.kind === 'docx' || found.kind === 'pdf') return found.kind
  if (found.kind === 'txt' || found.kind === 'csv' || found.kind === 'eml')
    return markdown.test(name) ? 'markdown' : 'text'
  throw new RefusedFile('file_type_unknown')
}

/** Evidence cannot be a web page or locked, but a source can be one, and a locked one has a refusal of its own. */
function formatOfRefused(refused: string, content: Buffer, name: string): FileFormat {
  if (refused === 'evidence_file_empty') throw new RefusedFile('file_empty')
  if (refused === 'evidence_type_locked') throw new RefusedFile('file_encrypted')
  if (refused === 'evidence_type_macros') throw new RefusedFile('file_with_macros')
  if (refused !== 'evidence_type_page') throw new RefusedFile('file_type_unknown')
  if (markdown.test(name)) return 'markdown'
  if (page.test(decodeText(content.subarray(0, 64 * 1024)))) return 'html'
  throw new RefusedFile('file_type_unknown')
}
