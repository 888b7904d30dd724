/**
 * The unknowns that come nearest to all equations at once; each row holds the coefficients and then the right side.
 *
 * Null when the equations leave an unknown open.
 */
export function leastSquares(rows: readonly (readonly number[])[], unknowns: number): number[] | null {
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  return solve(normal);
}

/** Gauss with the largest pivot first; the last column is the right side. */
function solve(matrix: number[][]): number[] | null {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    const rest = matrix.slice(column);
    const pivot = rest.reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    if (Math.abs(pivot[column] ?? 0) < 1e-10) return null;
    matrix.splice(matrix.indexOf(pivot), 1);
    matrix.splice(column, 0, pivot);
    matrix.forEach((row, index) => {
      if (index !== column) eliminate(row, pivot, column);
    });
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function eliminate(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
}
