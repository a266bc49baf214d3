import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The actions that nobody need be signed in for. */
const publicActions = [
  'app/(auth)/accept-link.ts accept',
  'app/(auth)/accept-link.ts acceptByProvider',
  'app/(auth)/forgot-password/actions.ts askForLink',
  'app/(auth)/setup/actions.ts setUpInstance',
  'app/(auth)/sign-in/actions.ts resume',
  'app/(auth)/sign-in/actions.ts signIn',
  'app/(auth)/sign-in/actions.ts signInByProvider',
  'app/(auth)/unsubscribe/[code]/actions.ts endMails',
  'app/_actions/sign-out.ts signOut',
]

const files = ['app', 'lib']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file))

const parse = (file: string, text = readFileSync(file, 'utf8')) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

const isDirective = (node: ts.Node) =>
  ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server'

/** Names that this file has from app/_actions/action. */
function makersIn(source: ts.SourceFile) {
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const named = statement.importClause?.namedBindings
    const from = ts.isStringLiteral(statement.moduleSpecifier) && statement.moduleSpecifier.text
    return from === '@/app/_actions/action' && named && ts.isNamedImports(named)
      ? named.elements.map(({ name }) => name.text)
      : []
  })
}

/** What a 'use server' file exports: each name, and the function of app/_actions/action that makes it, if one does. */
function exportsOf(source: ts.SourceFile) {
  const makers = makersIn(source)
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return [{ name: '?', maker: '' }]
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport)
    if (!exported || ts.isTypeAliasDeclaration(statement)) return []
    if (!ts.isVariableStatement(statement)) return [{ name: statement.getText().slice(0, 60), maker: '' }]
    return statement.declarationList.declarations.map(({ name, initializer }) => {
      const called = initializer && ts.isCallExpression(initializer) ? initializer.expression.getText() : ''
      return { name: name.getText(), maker: makers.includes(called) ? called : '' }
    })
  })
}

const isExport = ({ kind }: ts.Modifier) => kind === ts.SyntaxKind.ExportKeyword

const isInline = (node: ts.Node): boolean =>
  (ts.isBlock(node) && node.statements.some(isDirective)) || Boolean(ts.forEachChild(node, isInline))

const sources = files.map((file) => parse(file))
const serverFiles = sources.filter(({ statements }) => statements.some(isDirective))
const actions = serverFiles.flatMap((source) => exportsOf(source).map((one) => ({ file: source.fileName, ...one })))

test('every server action is made by app/_actions/action, which checks size and sender first', () => {
  expect(actions.length).toBeGreaterThan(40)
  expect(actions.filter(({ maker }) => !['action', 'actionWith', 'publicAction'].includes(maker))).toEqual([])
})

test('only the few that are listed need nobody signed in', () => {
  const found = actions.filter(({ maker }) => maker === 'publicAction').map(({ file, name }) => `${file} ${name}`)
  expect(found.sort()).toEqual([...publicActions].sort())
})

test('no server action stands within another file', () => {
  expect(sources.filter((source) => isInline(source)).map(({ fileName }) => fileName)).toEqual([])
})

test('an action that is made otherwise is found', () => {
  const maker = "import { action } from '@/app/_actions/action'\n"
  const made = (text: string) => exportsOf(parse('planted.ts', maker + text)).map((one) => one.maker)
  expect(made('export const a = action(async () => ({}))')).toEqual(['action'])
  for (const text of [
    'export async function a() {}',
    'export const a = async () => ({})',
    'export const a = withAction(async () => ({}))',
    'export default async function () {}',
    "export { a } from './elsewhere'",
  ]) {
    expect(made(text)).toEqual([''])
  }
  expect(isInline(parse('planted.ts', "const a = async () => { 'use server' }"))).toBe(true)
})
