/** The little that is used of heic-decode, which comes without types. */
declare module 'heic-decode' {
  type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  function decode(given: { readonly buffer: Uint8Array }): Promise<Decoded>;
  export = decode;
}
