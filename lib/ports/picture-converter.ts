import type { Result } from '@/lib/kernel/result';

export type ConvertedPicture = {
  /** Upright, without metadata: a picture is decoded and encoded anew. */
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
};

export type ConversionRefusal =
  | { readonly code: 'picture-heic' }
  | { readonly code: 'picture-too-many-pixels'; readonly widthPx: number; readonly heightPx: number };

/** `busy`: too many wait; the same picture may be sent again. */
export type ConverterRefusal = ConversionRefusal | { readonly code: 'busy' };

export type PictureConverter = {
  /** Makes a JPEG of a HEIC picture. Refuses what is damaged, too large, or kills or outlasts the converter. */
  toJpeg(heic: Uint8Array): Promise<Result<ConvertedPicture, ConverterRefusal>>;
};

export type ConversionRequest = { readonly kind: 'heic'; readonly bytes: Uint8Array };
export type ConversionAnswer =
  | { readonly kind: 'converted'; readonly result: Result<ConvertedPicture, ConversionRefusal> }
  | { readonly kind: 'failed'; readonly message: string };
