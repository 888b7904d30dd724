import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { inProject } from '../../scripts/tools/project.mjs';
import { filesBelow } from '../../scripts/tools/sources.mjs';

/** Every TypeScript file below the given folders that people wrote, by its path from the project folder. */
export function typescriptBelow(...folders: string[]): string[] {
  return filesBelow(folders).filter((path: string) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}

export function readSource(path: string): string {
  return readFileSync(inProject(path), 'utf8');
}

export function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true);
}

/** The module that a name was imported from, under the name it has there. */
export function importOf(source: ts.SourceFile, local: string): { name: string; from: string } | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const named = statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    const found = named.elements.find((element) => element.name.text === local);
    if (found) return { name: (found.propertyName ?? found.name).text, from: statement.moduleSpecifier.text };
  }
  return undefined;
}

/** All nodes of a file, each before those inside it. */
export function nodesOf(top: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(top);
  return found;
}

/** The top-level `const NAME = value` of a file. */
export function constantOf(source: ts.SourceFile, name: string): ts.Expression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      if (ts.isIdentifier(declaration.name) && declaration.name.text === name) return declaration.initializer;
    }
  }
  return undefined;
}
