import { requireUser } from '@/app/_actions/require-user'
import { fileKinds } from '@/lib/formats/kinds/file-kinds'
import { writeXlsx } from '@/lib/formats/xlsx/write-xlsx'
import { config } from '@/lib/platform/config'
import { download } from '@/lib/platform/download'
import { t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import { templateColumns } from '@/lib/sheets/template'

/** Returns a spreadsheet to fill in, as an XLSX workbook. */
export async function GET() {
  await requireUser()
  const columns = templateColumns().map((title) => ({ title, kind: 'text' as const }))
  const sheet = { name: t('sheets.template.name'), columns, rows: noRows(), filter: false }
  const rightToLeft = pageLanguage().dir === 'rtl'
  const parts = writeXlsx([sheet], { timeZone: config.TIME_ZONE, rightToLeft })
  return download({ name: 'followthrough-template.xlsx', type: fileKinds.xlsx, parts })
}

async function* noRows() {}
