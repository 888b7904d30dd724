/** What we use of js-aruco2; scripts/build/vision-assets.mjs copies this beside the module that it bundles. */
export declare const AR: {
  /** Dictionaries by name; `codeList` holds rows of bits, top left first, as one number per mark. */
  DICTIONARIES: Record<string, { nBits: number; tau: number | null; codeList: readonly number[] }>;
  Detector: new (config: { dictionaryName: string; maxHammingDistance: number }) => {
    /** What it works on, by default arrays that grow pixel by pixel. */
    readonly grey: { data: Uint8Array };
    readonly thres: { data: Uint8Array };
    readonly homography: { data: Uint8Array };
    binary: Int32Array;
    detectImage(width: number, height: number, data: ArrayLike<number>): ArucoMark[];
  };
};

export type ArucoMark = {
  readonly id: number;
  /** Clockwise from the mark's own top left corner, whole pixels. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  readonly hammingDistance: number;
};
