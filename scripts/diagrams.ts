import { drawDiagrams } from './tools/diagrams';

const changed = await drawDiagrams();
console.log(
  changed.length === 0
    ? 'all diagrams are as their tables say'
    : changed.map((path) => `drawn anew: ${path}`).join('\n'),
);
