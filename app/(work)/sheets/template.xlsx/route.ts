import { requireUser } from '@/app/_actions/require-user'
import { fileKinds } from '@/lib/formats/kinds/file-kinds'
import { writeXlsx } from '@/lib/formats/sheet/write-xlsx'
import { t } from '@/lib/platform/i18n'
import { templateColumns } from '@/lib/sheets/template'

/** Returns a spreadsheet to fill in, as an XLSX workbook. */
export async function GET() {
  await requireUser()
  return new Response(writeXlsx(t('sheets.template.name'), [templateColumns()]), {
    headers: {
      'content-type': fileKinds.xlsx,
      'content-disposition': 'attachment; filename="followthrough-template.xlsx"',
    },
  })
}
