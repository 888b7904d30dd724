import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import ts from 'typescript';
import type { Explained } from '../../lib/access/refusals';
import { inProject } from './project.mjs';
import { filesBelow } from './sources.mjs';

const README = 'lib/enterprise/README.md';
const START = '<!-- errors:start -->';
const END = '<!-- errors:end -->';

/** Whose tables stand here: everything that an enterprise can be refused on its way in. */
const TABLES = /^lib\/(enterprise\/rules\/([a-z-]*refusals|ca-states)|access\/rules\/sms-code-refusals)\.ts$/;
/** Business of an enterprise that is in already, of the public's request for a reset, and of the office. */
const ELSEWHERE = new Set(
  ['', 'bank-', 'change-', 'register-', 'reset-'].map((about) => `lib/enterprise/rules/${about}refusals.ts`),
);

/** States in which all is well, or the page is at work. */
const WORKING = new Set(['asking', 'many-keys', 'ready']);

/** One value for every member that any refusal of these tables has; a text that says `undefined` asks for one more. */
const SAMPLE: Readonly<Record<string, unknown>> = {
  ...{ step: 'chain', reference: 'CA-1A2B3C4D', waitSeconds: 45, triesLeft: 4, errorNumber: 'E-1A2B3C4D' },
  ...{ characters: ['𱁬'], kind: 'administrator-filing', fields: [], by: 'PC2026001', what: '企业名称', count: 1 },
  ...{ provider: 'JIANGSU', left: 3, version: '1.0.0', minimumVersion: '2.0.0' },
  missing: [{ label: '邮政编码', text: '请填写 6 位数字', step: 'enterprise', id: 'postcode' }],
};

export type ErrorRow = { readonly code: string; readonly explained: Explained; readonly tests: readonly FoundTest[] };
export type FoundTest = { readonly path: string; readonly title: string };

export async function errorRows(): Promise<ErrorRow[]> {
  const tests = testsByCode();
  const files = ['lib/access/rules', 'lib/enterprise/rules']
    .flatMap((folder) => readdirSync(inProject(folder)).map((name) => `${folder}/${name}`))
    .filter((path) => TABLES.test(path) && !ELSEWHERE.has(path))
    .sort((a, b) => Number(b.includes('/ca-')) - Number(a.includes('/ca-')) || a.localeCompare(b));
  const rows = new Map<string, ErrorRow>();
  for (const path of files) {
    const module = (await import(`../../${path}`)) as Record<string, unknown>;
    for (const [name, table] of Object.entries(module)) {
      if (!/^explain/i.test(name) || typeof table !== 'object' || table === null) continue;
      for (const [code, row] of Object.entries(table as Record<string, (given: unknown) => Explained>)) {
        if (rows.has(code)) continue;
        const explained = row({ ...SAMPLE, code });
        // A state of the key that asks for nothing is no error.
        if (path.endsWith('states.ts') && (explained.next.length === 0 || WORKING.has(code))) continue;
        rows.set(code, { code, explained, tests: tests.get(code) ?? tests.get(explained.title) ?? [] });
      }
    }
  }
  return [...rows.values()];
}

/** The README with its table as it follows from the tables of refusals and from the tests. */
export async function withErrorTable(): Promise<{ before: string; after: string }> {
  const before = readFileSync(inProject(README), 'utf8');
  const [head, rest] = before.split(START);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`${README} has no place for its errors`);
  const lines = (await errorRows()).map(
    ({ code, explained, tests }) =>
      `| \`${code}\` | ${cell(`**${explained.title}** ${explained.why}`)} | ${cell(nextOf(explained))} | ${cell(testOf(tests[0]))} |`,
  );
  const table = ['| Code | Text | Next step | Reached by |', '| --- | --- | --- | --- |', ...lines].join('\n');
  return { before, after: `${head}${START}\n\n${table}\n\n${END}${tail}` };
}

/** Answers whether anything was drawn anew. */
export async function drawErrorTable(): Promise<string[]> {
  const { before, after } = await withErrorTable();
  if (before === after) return [];
  await writeFile(inProject(README), after);
  return [README];
}

const nextOf = ({ next, fields }: Explained) =>
  [...next.map(({ label }) => label), ...Object.values(fields ?? {})].join('；');
const testOf = (test: FoundTest | undefined) => (test ? `${test.title} (\`${test.path}\`)` : '');
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Tests on the real database come first, then the browser's, then the rest. */
const ORDER = ['/integration/', '/e2e/', '/unit/', '/component/'];

/** Areas that an enterprise meets later; some of their codes are called the same. */
const LATER = /\/(application|capture|disbursement|notice|programme|receipt|review)\//;

/**
 * Every test whose title carries `[code]`, or whose body holds the code, or the title that is read, as a text of its
 * own; those that say so in their title come first.
 */
function testsByCode(): Map<string, FoundTest[]> {
  const found = new Map<string, FoundTest[]>();
  const paths = (filesBelow(['__tests__']) as string[]).filter(
    (path) => /\.test\.tsx?$/.test(path) && !LATER.test(path),
  );
  const rank = (path: string) => ORDER.findIndex((part) => path.includes(part));
  for (const path of paths.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))) {
    const source = ts.createSourceFile(path, readFileSync(inProject(path), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node, test: FoundTest | null): void => {
      const here = titleOf(node, path) ?? test;
      if (here && ts.isStringLiteral(node)) add(found, node.text, here);
      ts.forEachChild(node, (child) => visit(child, here));
    };
    visit(source, null);
  }
  return found;
}

function add(found: Map<string, FoundTest[]>, text: string, test: FoundTest): void {
  const marked = [...test.title.matchAll(/\[([a-z-]+)\]/g)].map(([, code]) => code ?? '');
  for (const code of [text, ...marked]) {
    const known = found.get(code) ?? [];
    if (known.some((one) => one.title === test.title && one.path === test.path)) continue;
    found.set(code, marked.includes(code) ? [test, ...known] : [...known, test]);
  }
}

/** `it('…', …)`, `it.each(…)('…', …)` and their kin. */
function titleOf(node: ts.Node, path: string): FoundTest | null {
  if (!ts.isCallExpression(node)) return null;
  const [title] = node.arguments;
  if (!title || !ts.isStringLiteralLike(title) || !/^(it|test|withOpenssl)\b/.test(node.expression.getText()))
    return null;
  return { path: path.replace('__tests__/', ''), title: title.text };
}
