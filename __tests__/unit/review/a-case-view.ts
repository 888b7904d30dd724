import { award } from '@/lib/application/rules/award';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { CaseView } from '@/lib/review/rules/case-view';
import { preChecks } from '@/lib/review/rules/checks';
import { NOTHING_ELSEWHERE } from '@/lib/review/rules/elsewhere';
import { partsToLook } from '@/lib/review/rules/parts';
import { APPLIED_ON } from '../../builders/answers';
import { aSnapshot, CONFIG } from '../application/a-draft';

/** The sample case in the hands of whoever looks, at the first stage, unless told otherwise. */
export function aCaseView(more: Partial<CaseView> = {}): CaseView {
  const snapshot = more.snapshot ?? aSnapshot();
  const lines = snapshot.talents.map(({ id, name, categoryLabel, standardFen }) => ({
    ...{ talentId: id, name, categoryLabel, standardFen, supported: false },
  }));
  return {
    ...{
      id: '0198c000-0000-7000-8000-000000000001',
      number: 'RC20260005038',
      status: 'FIRST_REVIEW',
      stage: 'FIRST',
      submission: snapshot.number,
    },
    enterprise: { id: 'e', name: snapshot.enterprise.name, uscc: snapshot.enterprise.uscc },
    submittedAt: new Date('2026-11-23T06:03:00Z'),
    ...{ due: null, holdReason: null, snapshot, config: CONFIG, changes: [], previousFiles: [], appliedOn: APPLIED_ON },
    ...{ idChecks: {}, elsewhere: NOTHING_ELSEWHERE, places: { marked: [], hints: [] } },
    checks: Object.fromEntries(snapshot.talents.map((one) => [one.id, preChecks(one, CONFIG, APPLIED_ON)])),
    ...{ grantedElsewhere: {}, decisions: {}, earlier: {}, comments: [], looked: [] },
    parts: partsToLook(snapshot, CONFIG),
    claim: {
      mine: true,
      name: '林知远',
      since: new Date('2026-11-23T06:03:00Z'),
      until: new Date('2026-11-23T06:33:00Z'),
    },
    ...{
      keptFor: null,
      mayClaim: false,
      myStage: 'FIRST',
      claimBar: null,
      endedByMe: false,
      proposedRejection: null,
      appealReason: null,
    },
    award: award(lines, CONFIG.yearlyCapFen, 0),
    ...{ approvedFen: null, decisionReason: null, returnDeadline: null, otherCases: 0, timeline: [] },
    returnBy: { day: shanghaiDay('2026-12-07'), estimated: false },
    ...{ opinions: [], colleagues: [], givenBy: null, library: [], stamp: '1.0.0' },
    ...more,
  };
}
