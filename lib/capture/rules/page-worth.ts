import type { Finding, Severity } from './findings';
import type { Inspection } from './inspection';

/** What no other page of the same scan can surpass. */
export const FLAWLESS = 1000;

const WITH_CODE = 2;
const COST: Record<Severity, number> = { ok: 0, doubt: 1, refuse: 50 };
const NO_SEAL = 10;

/** Of several copies of the page that is wanted: the one that leaves least to remark, and a stamped one before one without. */
export function worthOfWanted(findings: readonly Finding[]): number {
  const costs = findings.map(({ code, severity }) => (code === 'seal-absent' ? NO_SEAL : COST[severity]));
  return FLAWLESS - costs.reduce((sum, cost) => sum + cost, 0);
}

/** Of the other pages: one with a code, which says what it is, before one with a sheet, before the rest. */
export function worthOfOther({ code, page }: Inspection): number {
  if (code !== null) return WITH_CODE;
  return page ? 1 : 0;
}

export const isWanted = (worth: number) => worth > WITH_CODE;
