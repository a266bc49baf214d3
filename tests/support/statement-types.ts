import ts from 'typescript'
import { type ChangingStatement, changingStatement } from './changing-statements'

/** A statement that reads typed rows: its name, its place in the code, and the type of its rows. */
export type Statement = { name: string; place: string; row: ts.Type }

type Scan = { statements: Statement[]; changing: ChangingStatement[]; nameless: string[]; checker: ts.TypeChecker }

const readers = new Set([
  'query',
  'read',
  'readInOrder',
  'readPrepared',
  'readByIndex',
  'readByOnePlan',
  'readByLoops',
  'readWithoutScan',
  'readCounts',
  'readIn',
])

/**
 * Finds every call in lib/ that reads rows of a stated type, or sends a statement whose rows nobody reads, except those
 * that only the command line or the server itself makes.
 */
export function findStatements(): Scan {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ['lib/**/*.ts'] },
    ts.sys,
    process.cwd(),
  )
  const program = ts.createProgram(fileNames, { ...options, incremental: false })
  const checker = program.getTypeChecker()
  const found: Scan = { statements: [], changing: [], nameless: [], checker }

  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && readers.has(calledIn(node))) addTo(found, node)
    if (ts.isPropertyAccessExpression(node) && node.name.text.startsWith('$queryRaw'))
      found.nameless.push(placeOf(node))
    const sent = changingStatement(node, checker)
    if (sent) found.changing.push({ ...sent, place: placeOf(node) })
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles()) {
    if (/\/lib\/(?!cli\/|platform\/|server\/)/.test(file.fileName) && !file.fileName.includes('node_modules'))
      visit(file)
  }
  return found
}

const calledIn = ({ expression }: ts.CallExpression) =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()

function addTo({ statements, nameless, checker }: Scan, call: ts.CallExpression) {
  const [type] = call.typeArguments ?? []
  const first = call.arguments[calledIn(call) === 'readIn' ? 1 : 0]
  // A reader that calls another one passes on its own name.
  if (
    !type ||
    !first ||
    ts.findAncestor(call, (node) => ts.isVariableDeclaration(node) && readers.has(node.name.getText()))
  )
    return
  const name = nameIn(first)
  if (name === undefined) nameless.push(placeOf(call))
  else statements.push({ name, place: placeOf(call), row: checker.getTypeFromTypeNode(type) })
}

function placeOf(node: ts.Node) {
  const file = node.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(node.getStart())
  return `${file.fileName.replace(/.*\/lib\//, 'lib/')}:${line + 1}`
}

/**
 * Returns the name of a statement from a call's first argument, or from the `name` of that object. A part after a space
 * distinguishes its forms.
 */
function nameIn(argument: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument)) {
    const text = ts.isTemplateExpression(argument) ? argument.head.text : argument.text
    return /^([a-z-]+)(?: |$)/.exec(text)?.[1]
  }
  if (!ts.isObjectLiteralExpression(argument)) return undefined
  for (const property of argument.properties) {
    if (property.name?.getText() !== 'name') continue
    if (ts.isPropertyAssignment(property)) return nameIn(property.initializer)
  }
  return undefined
}

/** Returns the first difference between a value and its type, or undefined if they agree. */
export function difference(checker: ts.TypeChecker, value: unknown, type: ts.Type, at = 'row'): string | undefined {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return undefined
  if (type.isUnion()) {
    const differences = type.types.map((one) => difference(checker, value, one, at))
    // The differences from members that are no objects would all be the same.
    return differences.includes(undefined) ? undefined : differences.findLast(Boolean)
  }
  const wrong = `${at}: ${JSON.stringify(value)} is no ${checker.typeToString(type)}`
  if (type.isStringLiteral() || type.isNumberLiteral()) return value === type.value ? undefined : wrong
  if (type.flags & ts.TypeFlags.BooleanLiteral) return String(value) === checker.typeToString(type) ? undefined : wrong
  if (type.flags & ts.TypeFlags.Null) return value === null ? undefined : wrong
  if (type.flags & ts.TypeFlags.String) return typeof value === 'string' ? undefined : wrong
  if (type.flags & ts.TypeFlags.Number) return typeof value === 'number' ? undefined : wrong
  if (type.flags & ts.TypeFlags.Undefined || typeof value !== 'object' || value === null) return wrong
  if (value instanceof Date) return type.symbol?.name === 'Date' ? undefined : wrong
  if (Array.isArray(value))
    return differenceInList(checker, value, type, at) ?? (isList(checker, type) ? undefined : wrong)
  if (isList(checker, type)) return wrong
  return differenceInObject(checker, value, type, at)
}

const isList = (checker: ts.TypeChecker, type: ts.Type) => checker.isArrayType(type) || checker.isTupleType(type)

const isOptional = (property: ts.Symbol) => Boolean(property.flags & ts.SymbolFlags.Optional)

/** Returns a column that a type lacks, or that is missing; undefined if they agree. */
export function differenceInNames(checker: ts.TypeChecker, columns: string[], type: ts.Type): string | undefined {
  const known = checker.getPropertiesOfType(type)
  const unknown = columns.find((column) => !known.some(({ name }) => name === column))
  return unknown ?? known.find((property) => !isOptional(property) && !columns.includes(property.name))?.name
}

function differenceInList(checker: ts.TypeChecker, values: unknown[], type: ts.Type, at: string) {
  const types = checker.getTypeArguments(type as ts.TypeReference)
  if (checker.isTupleType(type) && types.length !== values.length) return `${at}: ${values.length} of ${types.length}`
  for (const [index, value] of values.slice(0, 100).entries()) {
    const expected = checker.isTupleType(type) ? types[index] : types[0]
    const found = expected && difference(checker, value, expected, `${at}[${index}]`)
    if (found) return found
  }
  return undefined
}

function differenceInObject(checker: ts.TypeChecker, value: object, type: ts.Type, at: string): string | undefined {
  const index = checker.getIndexInfosOfType(type)[0]?.type
  const known = new Map(checker.getPropertiesOfType(type).map((property) => [property.name, property]))
  for (const [name, property] of known) {
    if (!isOptional(property) && !(name in value)) return `${at}: lacks ${name}`
  }
  for (const [name, held] of Object.entries(value)) {
    const property = known.get(name)
    const expected = property ? checker.getTypeOfSymbol(property) : index
    if (!expected) return `${at}: has ${name}, of which the type says nothing`
    const found = difference(checker, held, expected, `${at}.${name}`)
    if (found) return found
  }
  return undefined
}
