import ts from 'typescript'

/** Returns the functions of a file that are longer than `most` lines. Counts all lines of a function, including nested ones. */
export function longFunctions(name: string, text: string, most: number): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const lineAt = (place: number) => file.getLineAndCharacterOfPosition(place).line
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const first = lineAt(node.getStart())
    const lines = lineAt(node.end) - first + 1
    if (ts.isFunctionLike(node) && lines > most) found.push(`${name}:${first + 1} has ${lines} lines`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
