/**
 * Where a photograph of a receipt stops being good enough. One table, so that phone and server agree.
 *
 * Source of the numbers: measurements on generated photographs (no real phone yet), redone for this sheet's QR of 29
 * modules; the reason stands beside each. `refuse` cannot be submitted, `doubt` goes to a person.
 */
export const THRESHOLDS = {
  /** Pixels per mm of paper. At 3 print of 4.4 mm is 13 pixels high; at 2.6 it is 11 and the QR has 2.9 a module. */
  pxPerMm: { refuse: 2.6, doubt: 3 },
  /** Brightness of blank paper, 0 to 255. In the dark the noise is mistaken for sharpness. */
  paperWhite: { refuse: 70, doubt: 90 },
  /**
   * Sharpness of the QR, see sharpness.ts. A softness of 0.36 mm (deviation of a Gauss) gives 0.015, of 0.47 mm 0.009:
   * with the first 4.4 mm print is easily read, with the second characters of many strokes close up. Of 400 pictures of
   * a lens somewhat out of focus (seed 971800187) the softest had 0.0136, and every changed digit was found at 0.014.
   */
  sharpness: { refuse: 0.009, doubt: 0.013 },
  /** Degrees between line of sight and plumb line; everything was still read at 35. */
  tiltDegrees: { doubt: 40 },
  /** Distance of the marks from one plane, in mm: a curled sheet. */
  misfitMm: { doubt: 1.2 },
  seal: {
    /** Red ink in mm². Round and oval seals have 230 to 490, pale ones 110 to 155; a stroke of a pen less. */
    areaMm2: { present: 200, doubt: 60 },
    /** Share of a closed ring. Round and oval seals 0.8 to 1, square ones 0.4 to 0.5. */
    ringCoverage: { present: 0.6, doubt: 0.25 },
    /** Rings looked for, mm: 公章 and 财务专用章 have a radius of 19 to 21, ovals a half axis of 20 to 22.5. */
    radiusMm: { min: 12, max: 24 },
  },
  /**
   * Print beside the issued page, as a share of what is usual for print of its contrast. A piece below `doubt` is looked
   * at closely; it differs where it and the two least alike of those that overlap it come below `together` on average.
   * Of 134 genuine photographs (seed 55501) the lowest such average is 0.934 in sharp and 0.955 in soft ones,
   * aslant up to 25 degrees; of those with one digit changed, by chance, and softer than 1.1 pixels (139) the highest is
   * 0.895 in sharp and 0.921 in soft ones: 6 for 8 and the like. Where more than `share` of all pieces are below `piece`
   * it is another page. Print that is usually less alike than `usual` (of genuine ones 0.97 and more), or larger parts
   * of which fewer than `found` are found, do not tell enough.
   */
  content: {
    doubt: 0.95,
    piece: 0.9,
    together: { sharp: 0.915, soft: 0.94 },
    share: 0.04,
    usual: { refuse: 0.5, doubt: 0.9 },
    found: 0.6,
  },
  /** Screens and files: no grain on blank paper and no perspective at all. */
  screenshot: { grain: 0.1, perspective: 0.004 },
  /** Of a whole picture without a sheet: share of fine in coarse contrast, see whole-picture.ts. */
  wholePicture: { paperWhite: 90, crispness: 0.55 },
} as const;
