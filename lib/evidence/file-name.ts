import { type FileKind, fileKinds } from '@/lib/formats/kinds/file-kinds'
import { nameText, shortened } from '@/lib/platform/text'

/** Returns a name as it was before a browser wrote it into a form: browsers write quotation marks and line breaks so. */
const asNamed = (sentAs: string) => sentAs.replaceAll('%22', '"').replace(/%0[AD]/g, ' ')

/** Returns the title of a file by the name that its sender gave it: one line without folders, or undefined. */
export function titleFrom(sentAs: string): string | undefined {
  const name = asNamed(sentAs)
    .replace(/^.*[/\\]/s, '')
    .replace(/\p{Cc}|\p{Cs}/gu, ' ')
  return nameText('evidence_title_missing').safeParse(shortened(name, 150)).data
}

/** Other endings of the same kind of file. */
const alike: Partial<Record<FileKind, string[]>> = { jpg: ['jpeg', 'jpe'], txt: ['text'] }

/** What file systems do not accept in a name, and points at its start, which would hide the file. */
const unfit = /[\\/:*?"<>|]|^\.+/g

/** Returns the name under which a file is downloaded: its title, with the ending of its kind. */
export function downloadName(title: string, mediaType: string): string {
  const name = title.replace(unfit, '-')
  const kind = kindOfType(mediaType)
  if (!kind) return name
  const ends = [kind, ...(alike[kind] ?? [])].some((ending) => name.toLowerCase().endsWith(`.${ending}`))
  return ends ? name : `${name}.${kind}`
}

const isKind = (name: string): name is FileKind => Object.hasOwn(fileKinds, name)

/** Returns the kind of file with this media type. */
export const kindOfType = (mediaType: string): FileKind | undefined =>
  Object.keys(fileKinds)
    .filter(isKind)
    .find((kind) => fileKinds[kind] === mediaType)
