/**
 * Pairs of neighbouring characters, kept in an indexed array beside a row: a search asks for the rows that hold all
 * pairs of the query and then looks into the text itself, since pairs may come from different places.
 */

/** The distinct pairs of several texts, in order of appearance. No pair reaches from one text into the next. */
export function searchGrams(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(pairsOf))];
}

/**
 * The pairs that a row must hold to match a query. One character has no pair: the answer is then `[]`, which every row
 * satisfies, so the caller must ask for more characters or look into the text alone.
 */
export function queryGrams(text: string): string[] {
  return searchGrams([text]);
}

/** The form in which texts and queries are compared: NFKC, lower case, without white space or invisible characters. */
export function searchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}

function pairsOf(text: string): string[] {
  const characters = [...searchText(text)];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
