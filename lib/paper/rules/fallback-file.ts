/** A font that was added later: it prints the characters that the typefaces lack. Named by its hash, so never another. */
export type FallbackFile = { readonly sha256: string; readonly path: string };
