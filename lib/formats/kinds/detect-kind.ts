import 'server-only'
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import type { Code } from '@/lib/platform/i18n'
import { compoundKind } from './compound-file'
import { packageKind } from './document-package'
import type { Detected, FileKind } from './file-kinds'
import { textKind } from './plain-text'
import type { Bytes } from './read-bytes'

const plain: Partial<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

const packages = /zip|openxmlformats|opendocument|vnd\.ms-|java-archive|epub/
const programs = /msdownload|portable-executable|x-elf|mach-binary|java-vm|wasm|x-nes-rom|x-ms-shortcut/
const archives = /rar|7z|tar|gzip|bzip2|x-xz|zstd|lz|cab|compress|x-deb|x-rpm|x-archive|unix-archive|installer/

/** Returns the kind of a file by its content, whatever its name says. Reads it in parts. */
export async function kindOf(path: string): Promise<Detected> {
  const type = await fileTypeFromFile(path).catch(() => undefined)
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return await kindBy(type?.mime ?? '', file, size)
  } finally {
    await file.close()
  }
}

/** Returns the kind of a file whose content has been read. */
export async function kindOfContent(content: Buffer): Promise<Detected> {
  const type = await fileTypeFromBuffer(content).catch(() => undefined)
  return kindBy(type?.mime ?? '', content, content.length)
}

async function kindBy(mime: string, file: Bytes, size: number): Promise<Detected> {
  const kind = plain[mime]
  if (kind) return { kind }
  if (size === 0) return { refused: 'evidence_file_empty' }
  if (packages.test(mime)) return packageKind(file, size)
  if (mime === 'application/x-cfb') return compoundKind(file, size)
  return (await textKind(file)) ?? { refused: reasonOf(mime) }
}

function reasonOf(mime: string): Code {
  if (programs.test(mime)) return 'evidence_type_program'
  return archives.test(mime) ? 'evidence_type_archive' : 'evidence_type_unknown'
}
