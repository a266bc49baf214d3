import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** A regular expression in the code, and where it stands. */
type Found = { at: string; source: string; flags: string }

const files = ['app', 'lib']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file))

const parsed = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

const isMaking = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp'

function expressionsIn(file: ts.SourceFile): Found[] {
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    const expression = ts.isRegularExpressionLiteral(node) || isMaking(node) ? evaluated(node, file) : undefined
    if (expression) found.push({ at: `${file.fileName}:${line + 1}`, ...partsOf(expression) })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const partsOf = ({ source, flags }: RegExp) => ({ source, flags })

/** What an expression is, made of the constants of its file: it throws where it is made of anything else. */
function evaluated(node: ts.Expression, file: ts.SourceFile): RegExp {
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
  const needed = new Set<ts.VariableDeclaration>()
  const gather = (part: ts.Node) => {
    const declared = ts.isIdentifier(part) && declarations.find(({ name }) => name.getText() === part.text)
    if (declared && !needed.has(declared)) {
      needed.add(declared)
      gather(declared)
    }
    ts.forEachChild(part, gather)
  }
  gather(node)
  const constants = declarations.filter((one) => needed.has(one)).map((one) => `const ${one.getText()}`)
  const code = ts.transpile([...constants, `return ${node.getText()}`].join('\n'), { target: ts.ScriptTarget.ESNext })
  return new Function(code)()
}

const slow = ({ source, flags }: Omit<Found, 'at'>) =>
  analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.map(({ type }) => type)

test('the time that a regular expression takes grows no faster than the text', () => {
  const all = files.map(parsed).flatMap(expressionsIn)
  expect(all.length).toBeGreaterThan(130)
  expect(all.flatMap(({ at, ...one }) => (slow(one).length > 0 ? [`${at} /${one.source}/${one.flags}`] : []))).toEqual(
    [],
  )
})

test.each(['(a+)+b', 'a*a*b', '-+$', '%.*$', '\\s*\\n'])('/%s/ is one that would be found', (source) => {
  expect(slow({ source, flags: '' })).not.toEqual([])
})

test.each(['^-+', 'a+b?', '[a-z]+', '(?<!-)-+$'])('/%s/ is not', (source) => {
  expect(slow({ source, flags: '' })).toEqual([])
})
