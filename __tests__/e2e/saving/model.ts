export type Verdict = { lostCharacters: number; overwrites: number; says: string[] };

/**
 * What must still be somewhere: of each field every value that was typed and that nobody has seen and replaced since.
 * In the end one of them stands on the server, and each of the others was shown beside it for somebody to choose.
 */
export function createModel() {
  const alive = new Map<string, Set<string>>();
  const at = (place: string) => {
    const values = alive.get(place) ?? new Set();
    alive.set(place, values);
    return values;
  };
  return {
    /** Somebody who saw `seen` in the field typed `value` over it. */
    typed(place: string, seen: string, value: string) {
      at(place).delete(seen);
      at(place).add(value);
    },
    /** Both values were shown, and one was chosen. */
    chosen(place: string, kept: string, given: string) {
      at(place).delete(given);
      at(place).add(kept);
    },
    judge(standing: (place: string) => string): Verdict {
      const verdict: Verdict = { lostCharacters: 0, overwrites: 0, says: [] };
      for (const [place, values] of alive) {
        const stands = standing(place);
        for (const value of values) {
          if (value === stands) continue;
          if (values.has(stands)) verdict.overwrites += 1;
          else verdict.lostCharacters += value.length;
          verdict.says.push(`${place}: ${value} was typed, ${stands} stands`);
        }
      }
      return verdict;
    },
  };
}

export type Model = ReturnType<typeof createModel>;
