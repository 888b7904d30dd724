/** Brackets, dots, middle dots and blanks that a bank writes otherwise than the register does. */
const WRITTEN_OTHERWISE = /[\s()[\]{}<>（）【】《》〔〕.,，。、·•・'"“”‘’-]/gu;

/**
 * Whether an account belongs to the enterprise: its holder must be the enterprise's present name. Full width, case,
 * brackets and dots are forgiven, since banks write them as they like; every other character counts.
 */
export function isHeldBy(holder: string, enterpriseName: string): boolean {
  return comparable(holder) === comparable(enterpriseName);
}

function comparable(name: string): string {
  return name.normalize('NFKC').toUpperCase().replace(WRITTEN_OTHERWISE, '');
}
