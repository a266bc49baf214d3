import { exportRoute } from '@/app/_actions/export-list'

export const GET = exportRoute('xlsx')
