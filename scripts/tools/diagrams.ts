import { readFile, writeFile } from 'node:fs/promises';
import { LIVES } from '../../__tests__/support/lives';
import { diagram } from '../../lib/kernel/machine';

const START = '<!-- diagram:start -->';
const END = '<!-- diagram:end -->';

/** The README of an area with the diagrams of its lives as they follow from the tables. */
export async function withDiagrams(area: string): Promise<{ path: string; before: string; after: string }> {
  const path = `lib/${area}/README.md`;
  const before = await readFile(path, 'utf8');
  const drawn = LIVES.filter((one) => one.area === area).map(
    ({ life }) => `\`${life.name}\`\n\n\`\`\`mermaid\n${diagram(life)}\n\`\`\``,
  );
  const [head, rest] = before.split(START);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`${path} has no place for its diagrams`);
  return { path, before, after: `${head}${START}\n\n${drawn.join('\n\n')}\n\n${END}${tail}` };
}

export const AREAS = [...new Set(LIVES.map(({ area }) => area))];

/** Writes every area's diagrams anew; answers the files that changed. */
export async function drawDiagrams(): Promise<string[]> {
  const changed: string[] = [];
  for (const area of AREAS) {
    const { path, before, after } = await withDiagrams(area);
    if (before === after) continue;
    await writeFile(path, after);
    changed.push(path);
  }
  return changed;
}
