import ts from 'typescript'

/** A statement whose rows nobody reads: its place in the code, and its name or the beginning of its text. */
export type ChangingStatement = { place: string; name?: string; text?: string }

/** Returns what a call or a template sends to the database without reading rows of a stated type, if it does. */
export function changingStatement(
  node: ts.Node,
  checker: ts.TypeChecker,
): Omit<ChangingStatement, 'place'> | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText().endsWith('$executeRaw')) return textOf(node.template)
  if (
    !ts.isCallExpression(node) ||
    node.typeArguments ||
    !/[.](query|[$]executeRawUnsafe)$/.test(node.expression.getText())
  )
    return undefined
  const [asked] = node.arguments
  return asked && sentBy(asked, checker)
}

function sentBy(asked: ts.Expression, checker: ts.TypeChecker) {
  if (ts.isStringLiteralLike(asked) || ts.isTemplateExpression(asked)) return textOf(asked)
  if (ts.isObjectLiteralExpression(asked)) return namedIn(asked)
  const declared = ts.isIdentifier(asked) ? declarationOf(asked, checker) : undefined
  const value = declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined
  return value && (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) ? textOf(value) : undefined
}

/** The beginning up to the first value, with single blanks. */
function textOf(template: ts.StringLiteralLike | ts.TemplateLiteral) {
  const text = withSingleBlanks(ts.isTemplateExpression(template) ? template.head.text : template.text)
  return text ? { text } : undefined
}

export const withSingleBlanks = (text: string) => text.replace(/\s+/g, ' ').trim()

function namedIn(asked: ts.ObjectLiteralExpression) {
  for (const property of asked.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'name') continue
    const { initializer } = property
    if (ts.isStringLiteralLike(initializer)) return { name: initializer.text }
    if (ts.isTemplateExpression(initializer)) return { name: initializer.head.text }
  }
  return undefined
}

function declarationOf(identifier: ts.Identifier, checker: ts.TypeChecker) {
  const symbol = checker.getSymbolAtLocation(identifier)
  const found = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return found?.valueDeclaration
}
