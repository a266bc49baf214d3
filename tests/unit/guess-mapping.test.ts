import { expect, test } from 'vitest'
import { guessMapping } from '@/lib/sheets/guess-mapping'

test('the columns of spreadsheets in French and in Spanish are recognized', () => {
  const french = ['Cote', 'Paragraphe', 'Texte de la recommandation', 'Organisme responsable', 'Échéance', 'État']
  expect(guessMapping(french)).toEqual({ symbol: 0, paragraph: 1, quote: 2, organization: 3, dueOn: 4, progress: 5 })
  expect(guessMapping(['Date d’échéance', 'Recommandation', 'État de mise en œuvre'])).toEqual({
    dueOn: 0,
    quote: 1,
    progress: 2,
  })
  const spanish = ['Signatura', 'Párrafo', 'Recomendación', 'Institución responsable', 'Fecha límite', 'Estado']
  expect(guessMapping(spanish)).toEqual({ symbol: 0, paragraph: 1, quote: 2, organization: 3, dueOn: 4, progress: 5 })
})
