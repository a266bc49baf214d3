import 'server-only'
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { Code } from '@/lib/platform/i18n'
import { compoundKind } from './compound-file'
import { packageKind } from './document-package'
import type { Detected, FileKind } from './file-kinds'
import { textKind } from './plain-text'

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
  const { mime = '' } = (await fileTypeFromFile(path).catch(() => undefined)) ?? {}
  const kind = plain[mime]
  if (kind) return { kind }

  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) return { refused: 'evidence_file_empty' }
    if (packages.test(mime)) return await packageKind(file, size)
    if (mime === 'application/x-cfb') return await compoundKind(file, size)
    return (await textKind(file)) ?? { refused: reasonOf(mime) }
  } finally {
    await file.close()
  }
}

function reasonOf(mime: string): Code {
  if (programs.test(mime)) return 'evidence_type_program'
  return archives.test(mime) ? 'evidence_type_archive' : 'evidence_type_unknown'
}
