import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { constantOf, importOf, nodesOf, parse, typescriptBelow } from './source';

// The only makers of what a request can reach. Each asks who is there before anything else happens.
const PAGES = { page: '@/lib/runtime/page' };
const ACTIONS = { action: '@/lib/runtime/action', call: '@/lib/runtime/action' };
const ROUTES = { route: '@/lib/runtime/route', phoneRoute: '@/lib/runtime/phone' };

// What Next reads from a page or route beside its handler.
const SETTINGS = /^(metadata|generateMetadata|viewport|dynamic|revalidate|runtime|maxDuration|fetchCache)$/;

type Makers = Record<string, string>;

function isMadeBy(makers: Makers, source: ts.SourceFile, value: ts.Expression | undefined): boolean {
  if (!value || !ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return false;
  const origin = importOf(source, value.expression.text);
  return origin !== undefined && makers[origin.name] === origin.from;
}

/**
 * A server action in its full form: `export async function f(…) { … handle(…) … }`, where `handle` is made by a maker.
 * It may put the answer into another shape, but calls nothing else of ours.
 */
function passesOn(makers: Makers, source: ts.SourceFile, declaration: ts.FunctionDeclaration): boolean {
  const called = nodesOf(declaration)
    .filter(ts.isCallExpression)
    .flatMap(({ expression }) => (ts.isIdentifier(expression) ? [expression.text] : []));
  const isOwn = (name: string) => importOf(source, name)?.from.startsWith('@/');
  return called.some((name) => isMadeBy(makers, source, constantOf(source, name))) && !called.some(isOwn);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** What a file lets out without a guard; types and settings need none. */
function unguarded(path: string, makers: Makers): string[] {
  const source = parse(path);
  const found: string[] = [];
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) {
      if (!isMadeBy(makers, source, statement.expression)) found.push('default');
    } else if (ts.isExportDeclaration(statement)) {
      if (!statement.isTypeOnly) found.push('a re-export');
    } else if (isExported(statement) && ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const label = name.getText();
        if (!SETTINGS.test(label) && !isMadeBy(makers, source, initializer)) found.push(label);
      }
    } else if (isExported(statement) && ts.isFunctionDeclaration(statement)) {
      const label = statement.name?.text ?? 'default';
      if (!SETTINGS.test(label) && !passesOn(makers, source, statement)) found.push(label);
    }
  }
  return found.map((label) => `${path}: ${label}`);
}

function usesServer(path: string): boolean {
  return nodesOf(parse(path)).some(
    (node) =>
      ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server',
  );
}

const app = typescriptBelow('app');
const actions = app.filter((path) => path.endsWith('/actions.ts'));

describe('guarded entrances', () => {
  it('every page is made by page()', () => {
    const pages = app.filter((path) => path.endsWith('/page.tsx'));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.flatMap((path) => unguarded(path, PAGES))).toEqual([]);
    expect(pages.filter((path) => !/export default page\(/.test(parse(path).text))).toEqual([]);
  });

  it('every exported server action is made by action() or call()', () => {
    expect(actions.flatMap((path) => unguarded(path, ACTIONS))).toEqual([]);
  });

  it('every route handler is made by route() or, for the phone, phoneRoute()', () => {
    const routes = app.filter((path) => path.endsWith('/route.ts'));
    expect(routes.flatMap((path) => unguarded(path, ROUTES))).toEqual([]);
  });

  it('server actions are written in files named actions.ts and nowhere else', () => {
    const sources = typescriptBelow('app', 'components', 'lib');
    expect(sources.filter((path) => !actions.includes(path) && usesServer(path))).toEqual([]);
    expect(actions.filter((path) => !parse(path).text.startsWith("'use server';"))).toEqual([]);
  });

  it('the proxy decides nothing about people: it reads neither session nor database', () => {
    const source = parse('proxy.ts');
    const imports = source.statements.filter(ts.isImportDeclaration).map((one) => one.moduleSpecifier.getText());
    expect(imports).toEqual(["'next/server'"]);
    expect(source.text).not.toMatch(/cookie/i);
  });
});
