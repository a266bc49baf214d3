import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * A function at the top level of a file: whether its first parameter is an actor, whether it writes itself, and the
 * names that it calls or passes on.
 */
type Declared = { file: string; name: string; asked: boolean; writes: boolean; uses: string[] }

const corridor = ['lib/history/change.ts#change', 'lib/history/change.ts#changeInSql']

/** How drafts and sessions are written, which have no history. */
const writing = /\b(db|tx)\.\w+\.(create|update|delete|upsert)|\b(insert into|update|delete from) \w+|\$executeRaw/

/** Folders that read texts and reach no database. The words that they look for read like SQL. */
const withoutDatabase = /^lib\/(reading|suggestions)\//

const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => !withoutDatabase.test(file))

function parse(file: string) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
}

/** Returns the file of an import, or undefined for a package. */
function fileOf(specifier: string, from: string) {
  const path = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(from), specifier)
  if (!/^(@\/|\.)/.test(specifier)) return undefined
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file))
}

/** Returns what each imported name stands for, as file#name. For a whole module, the file alone. */
function importsOf(source: ts.SourceFile) {
  const names = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const file = fileOf(statement.moduleSpecifier.text, source.fileName)
    const bindings = statement.importClause?.namedBindings
    if (!file || !bindings) continue
    if (ts.isNamespaceImport(bindings)) names.set(bindings.name.text, file)
    else
      for (const { name, propertyName } of bindings.elements)
        names.set(name.text, `${file}#${propertyName?.text ?? name.text}`)
  }
  return names
}

/** Returns the functions and values at the top level of a file. */
function declaredIn(source: ts.SourceFile): Declared[] {
  const imports = importsOf(source)
  const file = source.fileName
  return source.statements.flatMap((statement) => {
    const made = ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement]
    return made.flatMap((node) => {
      const named = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? node.name : undefined
      if (!named || !ts.isIdentifier(named)) return []
      return [
        {
          file,
          name: named.text,
          asked: isAsked(node),
          writes: writing.test(node.getText()),
          uses: usesOf(node, file, imports),
        },
      ]
    })
  })
}

/** Returns whether the first parameter is the actor. */
function isAsked(node: ts.Node) {
  const work = ts.isVariableDeclaration(node) ? node.initializer : node
  if (!work || !(ts.isFunctionDeclaration(work) || ts.isArrowFunction(work))) return false
  return work.parameters[0]?.type?.getText() === 'Actor'
}

function usesOf(node: ts.Node, file: string, imports: Map<string, string>) {
  const uses: string[] = []
  const walk = (part: ts.Node) => {
    if (ts.isPropertyAccessExpression(part) && ts.isIdentifier(part.expression)) {
      const module = imports.get(part.expression.text)
      if (module && !module.includes('#')) uses.push(`${module}#${part.name.text}`)
    }
    if (ts.isIdentifier(part)) uses.push(imports.get(part.text) ?? `${file}#${part.text}`)
    ts.forEachChild(part, walk)
  }
  ts.forEachChild(node, walk)
  return uses
}

/** Returns the functions that change something, themselves or by what they call. */
function changing(declared: Declared[]) {
  const reached = new Set(corridor)
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const { file, name, writes, uses } of declared)
      if (writes || uses.some((use) => reached.has(use))) reached.add(`${file}#${name}`)
  }
  return reached
}

/**
 * Returns all functions that change something: whether they take an actor, and whether a page or a route calls them.
 */
export function commands(): { name: string; asked: boolean; called: boolean }[] {
  const declared = sourcesIn('lib').map(parse).flatMap(declaredIn)
  const reached = changing(declared)
  const used = new Set(sourcesIn('app').flatMap((file) => [...importsOf(parse(file)).values()]))
  return declared
    .filter(({ file, name }) => reached.has(`${file}#${name}`))
    .map(({ file, name, asked }) => ({ name, asked, called: used.has(`${file}#${name}`) || used.has(file) }))
}
