import { drawDiagrams } from './tools/diagrams';
import { drawErrorTable } from './tools/error-table';

const changed = [...new Set([...(await drawDiagrams()), ...(await drawErrorTable())])];
console.log(
  changed.length === 0
    ? 'all diagrams and tables are as the code says'
    : changed.map((path) => `drawn anew: ${path}`).join('\n'),
);
