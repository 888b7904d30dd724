/** The little that is used of fontkit, which comes without types. */
declare module 'fontkit' {
  export type Glyph = {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly unknown[] };
  };
  export type EmbeddingRights = Readonly<
    Record<'noEmbedding' | 'viewOnly' | 'editable' | 'noSubsetting' | 'bitmapOnly', boolean>
  >;
  export type Subset = { includeGlyph(glyph: Glyph): number; encode(): Uint8Array };
  export type Font = {
    readonly unitsPerEm: number;
    readonly fullName: string | null;
    readonly postscriptName: string | null;
    readonly characterSet: readonly number[];
    readonly 'OS/2'?: { readonly fsType?: EmbeddingRights };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    createSubset(): Subset;
  };
  export function openSync(path: string): Font;
  export function create(bytes: Uint8Array): Font;
}
