import { describe, expect, it } from '@jest/globals';

import { PUBLIC_STATUS, STAFF_STATUS } from '@/lib/application/rules/labels';
import { explainApplication, type ApplicationRefusal } from '@/lib/application/rules/refusals';
import { APPLICATION, APPLICATION_STATUSES } from '@/lib/application/rules/states';
import { whatNext } from '@/lib/application/rules/what-next';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { ICON_PATHS } from '@/components/ui/icon-paths';

describe('the words of a status', () => {
  it.each([...APPLICATION_STATUSES])('%s has a word of its own, an icon that exists and a next step', (status) => {
    for (const table of [PUBLIC_STATUS, STAFF_STATUS]) {
      const { word, icon, next } = table[status];
      expect(Object.values(table).filter((other) => other.word === word)).toHaveLength(1);
      expect(ICON_PATHS).toHaveProperty(icon);
      expect(next).toMatch(/。$/);
    }
  });

  it('never tells the enterprise what a reviewer only proposes', () => {
    expect(PUBLIC_STATUS.AWAITING_FINAL.word).toBe('等待复审');
    expect(JSON.stringify(PUBLIC_STATUS)).not.toContain('建议');
  });
});

describe('whatNext', () => {
  const day = shanghaiDay('2026-11-30');

  it.each([
    [{ status: 'RETURNED', returnDeadline: day, commentCount: 4 }, 'you', '请按 4 条意见修改，再重新提交。', day],
    [{ status: 'DRAFT', obstacleCount: 3, closesOn: day }, 'you', '还差 3 项，请补齐后确认提交。', day],
    [{ status: 'DRAFT', isWindowClosed: true }, 'clock', '本期已截止，草稿保留，下一期可从这份草稿开始。', undefined],
    [{ status: 'SUBMITTED', reviewDueOn: day }, 'staff', '业务人员初审，您无需操作。', day],
    [{ status: 'IN_NOTICE', noticeEndsOn: day }, 'clock', '公示期满且无异议的，进入资金拨付。', day],
    [{ status: 'DISBURSING', disbursementWaitsForYou: true }, 'you', PUBLIC_STATUS.DISBURSING.next, undefined],
    [{ status: 'DISBURSING' }, 'finance', '财务人员正在办理，您无需操作。', undefined],
  ] as const)('says of %j that %s act', (facts, who, text, byDay) => {
    expect(whatNext(facts)).toEqual({ who, text, ...(byDay && { byDay }) });
  });

  it('has nothing to say only where the life of the application ends', () => {
    const silent = APPLICATION_STATUSES.filter((status) => whatNext({ status }) === null);
    expect(silent.every((status) => APPLICATION.ends.includes(status))).toBe(true);
  });

  it('speaks of a hold before anything else', () => {
    expect(whatNext({ status: 'RETURNED', returnDeadline: day, holdReason: '核查' })).toEqual({
      who: 'staff',
      text: '本事项已暂停：核查。恢复后期限顺延。',
    });
  });
});

describe('the refusals of an application', () => {
  const day = shanghaiDay('2026-12-15');
  const obstacle = {
    part: 'field:x',
    step: 'enterprise',
    talentId: null,
    label: '甲',
    text: '请填写甲。',
    kind: 'missing',
  } as const;
  const refusals: { [C in ApplicationRefusal['code']]: Extract<ApplicationRefusal, { code: C }> } = {
    'file-too-many': { code: 'file-too-many', label: '劳动合同', limit: 10 },
    'file-not-asked-for': { code: 'file-not-asked-for' },
    'application-full': { code: 'application-full' },
    'cannot-be-printed': { code: 'cannot-be-printed', characters: ['𪚥'] },
    'file-already-attached': { code: 'file-already-attached', where: '张* 的 学位证书' },
    'window-not-open': { code: 'window-not-open', opensOn: day },
    'window-closed': { code: 'window-closed', closesOn: day, mayWithdraw: true },
    obstacles: { code: 'obstacles', applicationId: 'a', obstacles: [obstacle] },
    'instructions-not-accepted': { code: 'instructions-not-accepted', programme: 'p' },
    'nothing-to-carry': { code: 'nothing-to-carry' },
    'version-moved': { code: 'version-moved', applicationId: 'a' },
    'deadline-passed': { code: 'deadline-passed', deadline: day },
    'already-claimed': { code: 'already-claimed' },
    'not-editable': { code: 'not-editable', now: '初审中' },
    'talent-limit': { code: 'talent-limit', limit: 50 },
    'person-already-granted': { code: 'person-already-granted', talents: [{ id: 't', name: '张三' }] },
    'duplicate-person': { code: 'duplicate-person', name: '张三', otherName: '李四' },
    'contact-missing': { code: 'contact-missing', applicationId: 'a' },
    superseded: { code: 'superseded' },
    'stale-revision': { code: 'stale-revision' },
    'extension-asked-before': { code: 'extension-asked-before' },
    'extension-too-late': { code: 'extension-too-late', lastDay: day },
    'appealed-before': { code: 'appealed-before' },
    'appeal-too-late': { code: 'appeal-too-late', lastDay: day },
  };

  it.each(Object.values(refusals))('$code says what, why and what to do next', (refusal) => {
    const explain = explainApplication[refusal.code] as (
      given: ApplicationRefusal,
    ) => ReturnType<typeof explainApplication.obstacles>;
    const { title, why, next } = explain(refusal);
    expect(title).toMatch(/[\u4e00-\u9fff]/);
    expect(why).toMatch(/。$/);
    expect(next.length).toBeGreaterThan(0);
  });

  it('lead from each obstacle to its field', () => {
    const { next, fields } = explainApplication.obstacles(refusals.obstacles);
    expect(next).toEqual([{ label: '甲', href: '/applications/a/edit/enterprise?at=field%3Ax' }]);
    expect(fields).toEqual({ 'field:x': '请填写甲。' });
  });

  it('do not tell which other enterprise a person was granted for', () => {
    const said = JSON.stringify(explainApplication['person-already-granted'](refusals['person-already-granted']));
    expect(said).not.toMatch(/RC\d|公司|单位/);
  });
});
