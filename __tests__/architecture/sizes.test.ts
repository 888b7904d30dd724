import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { nodesOf, parse, readSource, typescriptBelow } from './source';

const LINES_MAX = 300;
const MEDIAN_LINES_MAX = 80;
const FUNCTION_LINES_MAX = 60;
/** A component holds its markup, a hook the state of a whole page. */
const COMPONENT_LINES_MAX = 90;

const product = typescriptBelow('app', 'components', 'lib', 'scripts').concat('proxy.ts', 'instrumentation.ts');
const tests = typescriptBelow('__tests__');

const linesOf = (path: string) => readSource(path).trimEnd().split('\n').length;

function longFunctions(path: string): string[] {
  const source = parse(path);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return nodesOf(source)
    .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body)
    .map((node) => ({ from: lineAt(node.getStart()), lines: lineAt(node.getEnd()) - lineAt(node.getStart()) + 1 }))
    .filter(({ lines }) => lines > (/^(app|components)\//.test(path) ? COMPONENT_LINES_MAX : FUNCTION_LINES_MAX))
    .map(({ from, lines }) => `${path}:${from + 1} has ${lines} lines`);
}

describe('sizes', () => {
  it(`no file is longer than ${LINES_MAX} lines`, () => {
    expect([...product, ...tests].filter((path) => linesOf(path) > LINES_MAX)).toEqual([]);
  });

  it(`half of the files have at most ${MEDIAN_LINES_MAX} lines`, () => {
    const lengths = product.map(linesOf).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES_MAX);
  });

  it(`no function is longer than ${FUNCTION_LINES_MAX} lines, no component than ${COMPONENT_LINES_MAX}`, () => {
    expect(product.flatMap(longFunctions)).toEqual([]);
  });
});
