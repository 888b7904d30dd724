import { describe, expect, it } from '@jest/globals';
import { AREAS, withDiagrams } from '@/scripts/tools/diagrams';
import {
  ALLOWED_CASE_STATUS,
  CASE_EVENT,
  DISBURSEMENT,
  type DisbursementStatus,
} from '@/lib/disbursement/rules/states';
import { APPLICATION, type ApplicationStatus } from '@/lib/application/rules/states';
import { LETTER_KINDS, LETTER_TITLES } from '@/lib/letter/rules/letter-kinds';
import { MESSAGES } from '@/lib/messaging/rules/kinds';
import { LIVES } from '../support/lives';

/** Parties that are there as long as the product is: nobody of them can have left. */
const ALWAYS_THERE = new Set([
  'enterprise',
  'public',
  'clock',
  'case',
  'bank',
  'phone',
  'first',
  'final',
  'notice',
  'maker',
  'checker',
  'window',
  'admin',
  'security',
]);

/** Case and disbursement walk together from 批次下达 on; every event of the disbursement, any number of times. */
function pairsReached(): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  const open: { d: DisbursementStatus; c: ApplicationStatus; path: string[] }[] = [
    { d: 'AWAITING_PROOF', c: 'DISBURSING', path: [] },
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    const key = `${at.d} ${at.c}`;
    if (seen.has(key)) continue;
    seen.set(key, at.path);
    for (const edge of DISBURSEMENT.edges.filter((one) => one.from === at?.d)) {
      const caseEvent = CASE_EVENT[edge.event];
      const targets = caseEvent ? APPLICATION.edgesFrom(at.c, caseEvent).map((one) => one.to) : [at.c];
      if (targets.length === 0) throw new Error(`${edge.event} needs ${caseEvent} of a case in ${at.c}`);
      for (const c of targets) open.push({ d: edge.to, c, path: [...at.path, edge.event] });
    }
  }
  return seen;
}

describe('the lives as tables', () => {
  it.each(LIVES.map(({ life }) => [life.name, life] as const))(
    'every state of %s but its ends has an edge out',
    (_name, life) => {
      const stuck = life.states.filter((state) => !life.ends.includes(state) && life.eventsIn(state).length === 0);
      expect(stuck).toEqual([]);
    },
  );

  it.each(LIVES.map(({ life }) => [life.name, life] as const))(
    'every edge of %s says who takes it and what it is called',
    (_name, life) => {
      for (const edge of life.edges) {
        expect(edge.word).toMatch(/\p{Script=Han}/u);
        expect(edge.by.every((by) => ALWAYS_THERE.has(by))).toBe(true);
      }
    },
  );

  it('case and disbursement stand in an allowed pair after every event', () => {
    for (const [pair, path] of pairsReached()) {
      const [disbursement, application] = pair.split(' ') as [DisbursementStatus, ApplicationStatus];
      expect({ path, pair, allowed: ALLOWED_CASE_STATUS[disbursement].includes(application) }).toEqual({
        path,
        pair,
        allowed: true,
      });
    }
  });

  it('every state of a disbursement is reached together with a case', () => {
    const reached = new Set([...pairsReached().keys()].map((pair) => pair.split(' ')[0]));
    expect(DISBURSEMENT.states.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('a paid disbursement leaves only by money that the bank sent back', () => {
    expect(DISBURSEMENT.edges.filter((edge) => edge.from === 'PAID').map((edge) => edge.event)).toEqual([
      'bankReturned',
    ]);
  });

  it('every letter that an edge issues has its title', () => {
    const issued = LIVES.flatMap(({ life }) => life.edges.flatMap(({ issues }) => (issues ? [issues] : [])));
    expect(issued.filter((kind) => !Object.hasOwn(LETTER_TITLES, kind))).toEqual([]);
    expect(new Set(issued)).toEqual(new Set(LETTER_KINDS));
  });

  it('every message that an edge sends has its text', () => {
    const told = LIVES.flatMap(({ life }) => life.edges.map((edge) => edge.tells)).filter((kind) => kind !== null);
    expect(told.filter((kind) => !Object.hasOwn(MESSAGES, kind))).toEqual([]);
  });
});

describe('the diagrams in the READMEs', () => {
  it.each(AREAS)('%s shows its lives as the tables have them', async (area) => {
    const { before, after } = await withDiagrams(area);
    expect(before).toBe(after);
  });
});
