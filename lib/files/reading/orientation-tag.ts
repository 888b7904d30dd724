/** How a picture has to be turned before it is shown: 1 = not at all, 2 to 8 as in Exif 2.32, 4.6.4 A. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Anything else that a file may claim means nothing and counts as 1. */
export function orientationOf(claimed: number | undefined): Orientation {
  const known: readonly Orientation[] = [2, 3, 4, 5, 6, 7, 8];
  return known.find((orientation) => orientation === claimed) ?? 1;
}

/** An Exif block (TIFF, big endian) that says the orientation and nothing else. */
export function orientationTag(orientation: Orientation): Uint8Array {
  const header = [0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08];
  const entry = [0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00];
  return Uint8Array.from([...header, 0x00, 0x01, ...entry, 0x00, 0x00, 0x00, 0x00]);
}
