import ts from 'typescript'

/** Functions that translate a text, or return the language of the reader. */
const speaking = ['t', 'textsOf', 'countForms', 'inFigures', 'dateInWords', 'dateInParts', 'momentInWords'].concat([
  'timeInWords',
  'listInWords',
  'languageInWords',
  'currentLanguage',
  'currentLocale',
  'pageLanguage',
])

/** Array methods that call their argument at once. */
const atOnce = ['map', 'flatMap', 'filter', 'find', 'some', 'every', 'forEach', 'reduce', 'toSorted', 'sort']

/**
 * Returns the lines of a file that translate a text while the file is loaded, before there is a reader: outside of all
 * functions, or in a function that is called there.
 */
export function translatedAtLoad(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const functions = functionsOf(file)
  const found: string[] = []
  const entered = new Set<ts.Node>()

  const enter = (node: ts.Node) => {
    if (entered.has(node)) return
    entered.add(node)
    ts.forEachChild(node, walk)
  }
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isCallExpression(node)) {
      const { expression } = node
      if (ts.isIdentifier(expression)) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
        if (speaking.includes(expression.text)) found.push(`${name}:${line}`)
        const own = functions.get(expression.text)
        if (own) enter(own)
      }
      if (ts.isFunctionLike(expression) || ts.isParenthesizedExpression(expression)) enter(bare(expression))
      if (ts.isPropertyAccessExpression(expression) && atOnce.includes(expression.name.text))
        node.arguments.forEach(enter)
    }
    ts.forEachChild(node, walk)
  }
  ts.forEachChild(file, walk)
  return found
}

const bare = (node: ts.Node): ts.Node => (ts.isParenthesizedExpression(node) ? bare(node.expression) : node)

/** Returns the functions of a file by their names. */
function functionsOf(file: ts.SourceFile) {
  const functions = new Map<string, ts.Node>()
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) functions.set(statement.name.text, statement)
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer && ts.isFunctionLike(initializer)) functions.set(name.text, initializer)
    }
  }
  return functions
}
