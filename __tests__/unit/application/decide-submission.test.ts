import { describe, expect, it } from '@jest/globals';

import { returnDeadline, reviewDueOn, isPastDay } from '@/lib/application/rules/deadlines';
import { decideEdit, decideSubmission, type SubmissionCase } from '@/lib/application/rules/decide-submission';
import { decideTakeBack, decideWithdrawal, type WithdrawalCase } from '@/lib/application/rules/decide-withdrawal';
import { APPLICATION, APPLICATION_STATUSES } from '@/lib/application/rules/states';
import { windowState } from '@/lib/programme/rules/window';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { CONFIG } from './a-draft';

const dates = { opensOn: shanghaiDay('2026-09-01'), closesOn: shanghaiDay('2026-12-15') };
const IN_TIME = new Date('2026-12-15T23:59:59.999+08:00');
const TOO_LATE = new Date('2026-12-16T00:00:00+08:00');

function aCase(more: Partial<SubmissionCase> = {}): SubmissionCase {
  const now = more.now ?? IN_TIME;
  return {
    applicationId: 'a1',
    programme: CONFIG.code,
    status: 'DRAFT',
    now,
    window: windowState(dates, now),
    returnDeadline: null,
    returnedStage: null,
    submissionCount: 0,
    holdReason: null,
    frozen: false,
    revision: 7,
    seenRevision: 7,
    acceptedInstructions: '2026-1',
    currentInstructions: '2026-1',
    obstacles: [],
    grantedTalents: [],
    insistsOnGranted: false,
    ...more,
  };
}

const returned = { status: 'RETURNED', submissionCount: 1, returnDeadline: dates.closesOn } as const;
const codeOf = (facts: Partial<SubmissionCase>) => {
  const decided = decideSubmission(aCase(facts));
  return decided.ok ? 'ok' : decided.refusal.code;
};

describe('decideSubmission', () => {
  it('takes a complete draft at the last millisecond of the window and not one later', () => {
    expect(decideSubmission(aCase())).toEqual({ ok: true, value: { event: 'submit', to: 'SUBMITTED', number: 1 } });
    expect(codeOf({ now: TOO_LATE })).toBe('window-closed');
    expect(codeOf({ now: new Date('2026-08-31T12:00:00+08:00') })).toBe('window-not-open');
  });

  it('takes a returned case until its deadline, though the window is long closed', () => {
    const facts = { ...returned, window: windowState(dates, new Date('2027-01-01T00:00:00Z')) };
    expect(codeOf(facts)).toBe('ok');
    expect(codeOf({ ...facts, now: TOO_LATE })).toBe('deadline-passed');
  });

  it('brings a resubmission to the stage that returned it, as the next version', () => {
    const to = (returnedStage: 'FIRST' | 'FINAL') =>
      decideSubmission(aCase({ ...returned, returnedStage, submissionCount: 2 }));
    expect(to('FIRST')).toMatchObject({ value: { event: 'resubmit', to: 'SUBMITTED', number: 3 } });
    expect(to('FINAL')).toMatchObject({ value: { event: 'resubmit', to: 'AWAITING_FINAL', number: 3 } });
  });

  it.each<[string, Partial<SubmissionCase>]>([
    ['stale-revision', { seenRevision: 6 }],
    ['held', { holdReason: '疑似材料不实' }],
    ['held', { frozen: true }],
    ['instructions-not-accepted', { acceptedInstructions: null }],
    ['instructions-not-accepted', { acceptedInstructions: '2025-1' }],
    [
      'obstacles',
      { obstacles: [{ part: 'whole', step: 'preview', talentId: null, label: '', text: '', kind: 'missing' }] },
    ],
    ['person-already-granted', { grantedTalents: [{ id: 't', name: '张三' }] }],
  ])('refuses with %s for %j', (code, facts) => {
    expect(codeOf(facts)).toBe(code);
  });

  it('warns of a person granted before, and goes on when the clerk insists', () => {
    expect(codeOf({ grantedTalents: [{ id: 't', name: '张三' }], insistsOnGranted: true })).toBe('ok');
  });

  it('submits only where the life of an application has such an edge', () => {
    for (const status of APPLICATION_STATUSES) {
      const decided = decideSubmission(aCase({ ...returned, status }));
      if (!decided.ok) expect(decided.refusal.code).toBe('not-editable');
      else expect(APPLICATION.edgesFrom(status, decided.value.event).map(({ to }) => to)).toContain(decided.value.to);
    }
  });
});

describe('decideEdit', () => {
  it('leaves a draft readable, not editable, once its window is closed', () => {
    expect(decideEdit(aCase()).ok).toBe(true);
    expect(decideEdit(aCase({ now: TOO_LATE }))).toMatchObject({ refusal: { code: 'window-closed' } });
  });

  it('stops with a hold before it speaks of a deadline, since a hold stops deadlines', () => {
    expect(decideEdit(aCase({ ...returned, now: TOO_LATE, holdReason: '核查' }))).toMatchObject({
      refusal: { code: 'held' },
    });
  });
});

describe('taking back and withdrawing', () => {
  const facts = (more: Partial<WithdrawalCase> = {}): WithdrawalCase => ({
    status: 'SUBMITTED',
    claimedThisVersion: false,
    submissionCount: 1,
    window: windowState(dates, IN_TIME),
    holdReason: null,
    ...more,
  });
  const closed = windowState(dates, TOO_LATE);

  it('makes the first submission a draft again while the window is open, a later one a returned case', () => {
    expect(decideTakeBack(facts())).toEqual({ ok: true, value: { to: 'DRAFT' } });
    expect(decideTakeBack(facts({ submissionCount: 2, window: closed }))).toEqual({
      ok: true,
      value: { to: 'RETURNED' },
    });
  });

  it('leaves only withdrawing once the window is closed over the first submission', () => {
    expect(decideTakeBack(facts({ window: closed }))).toMatchObject({
      refusal: { code: 'window-closed', mayWithdraw: true },
    });
    expect(decideWithdrawal(facts({ window: closed })).ok).toBe(true);
  });

  it('refuses both once a reviewer has claimed this submission, even after it was put back', () => {
    for (const one of [facts({ claimedThisVersion: true }), facts({ status: 'FIRST_REVIEW' })]) {
      expect(decideTakeBack(one)).toMatchObject({ refusal: { code: 'already-claimed' } });
      expect(decideWithdrawal(one)).toMatchObject({ refusal: { code: 'already-claimed' } });
    }
  });

  it('withdraws a returned case, and nothing that is decided', () => {
    expect(decideWithdrawal(facts({ status: 'RETURNED', claimedThisVersion: true })).ok).toBe(true);
    expect(decideWithdrawal(facts({ status: 'APPROVED' }))).toMatchObject({ refusal: { code: 'not-editable' } });
  });
});

describe('deadlines', () => {
  it('does not count the day of the return and skips what is not worked', () => {
    const now = new Date('2026-11-16T15:20:00+08:00');
    expect(returnDeadline(now, CONFIG, chineseCalendar)).toEqual({ day: '2026-11-30', estimated: false });
  });

  it('goes by the day in Shanghai, however late it is', () => {
    expect(reviewDueOn(new Date('2026-11-13T16:30:00Z'), 'FIRST', CONFIG, chineseCalendar).day).toBe('2026-11-20');
  });

  it('says so when the holidays of the year are not known yet', () => {
    expect(reviewDueOn(new Date('2099-12-30T00:00:00Z'), 'FINAL', CONFIG, chineseCalendar).estimated).toBe(true);
  });

  it('is over at 24:00 and not before', () => {
    expect(isPastDay(dates.closesOn, IN_TIME)).toBe(false);
    expect(isPastDay(dates.closesOn, TOO_LATE)).toBe(true);
  });
});
