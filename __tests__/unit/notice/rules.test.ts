import { describe, expect, it } from '@jest/globals';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { NOTICE_STATUS } from '@/lib/notice/rules/labels';
import { noticeLines } from '@/lib/notice/rules/lines';
import { noticePeriod } from '@/lib/notice/rules/period';
import { explainNotice } from '@/lib/notice/rules/refusals';
import { NOTICE } from '@/lib/notice/rules/states';
import { batchTitle, listTitle, noticeNumber, NOTICE_NUMBER } from '@/lib/notice/rules/titles';
import { periodOf, periodWords, sheetOf } from '@/lib/notice/rules/views';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';

const at = (text: string) => new Date(`${text}+08:00`);

describe('noticePeriod', () => {
  it('does not count the day of publication and ends with the fifth working day after it', () => {
    expect(noticePeriod(at('2026-11-23T00:00:00.000'), 5, chineseCalendar)).toEqual({
      startsOn: '2026-11-23',
      endsOn: '2026-11-30',
      estimated: false,
    });
    expect(noticePeriod(at('2026-11-23T23:59:59.999'), 5, chineseCalendar).endsOn).toBe('2026-11-30');
  });

  it('goes by the day in China, not by that of the server', () => {
    expect(noticePeriod(new Date('2026-11-22T16:00:00Z'), 1, chineseCalendar).startsOn).toBe('2026-11-23');
  });

  it('leaves out the holidays of the State Council and counts worked weekends', () => {
    expect(noticePeriod(at('2026-09-30T10:00:00'), 2, chineseCalendar).endsOn).toBe('2026-10-09');
  });

  it('says that it is an estimate when it reaches into a year without a calendar', () => {
    expect(noticePeriod(at('2099-12-30T10:00:00'), 5, chineseCalendar).estimated).toBe(true);
  });
});

describe('noticeLines', () => {
  const approved = {
    id: 'a',
    enterpriseName: '苏州示例智能科技有限公司',
    awardLines: [
      { talentId: '1', name: '欧阳文静', categoryLabel: '博士', grantedFen: 50_000_00, reason: null },
      { talentId: '2', name: '张明远', categoryLabel: '紧缺岗位', grantedFen: 0, note: '支持（额度已用完）' },
    ],
  };

  it('name everybody who is granted something, masked, and nobody else', () => {
    expect(noticeLines(approved, true).map(({ shownName, amountFen }) => [shownName, amountFen])).toEqual([
      ['欧阳**', 50_000_00],
    ]);
  });

  it('give names in full only where the programme says so', () => {
    expect(noticeLines(approved, false)[0]?.shownName).toBe('欧阳文静');
  });

  it('throw at an approval without lines rather than publish an empty list', () => {
    expect(() => noticeLines({ ...approved, awardLines: null }, true)).toThrow();
  });
});

describe('where today stands in a period', () => {
  const dates = { startsOn: '2026-11-23', endsOn: '2026-11-30', estimated: false };

  it.each([
    ['2026-11-27T12:00:00', '还剩 3 天', false],
    ['2026-11-30T23:59:59.999', '今天 24:00 截止', false],
    ['2026-12-01T00:00:00', '已结束', true],
  ])('at %s: %s', (now, left, isOver) => {
    expect(periodOf(dates, at(now))).toMatchObject({ left, isOver });
  });

  it('reads with the year once, or twice over the turn of the year', () => {
    const [startsOn, endsOn] = [shanghaiDay('2026-12-30'), shanghaiDay('2027-01-07')];
    expect(periodWords(periodOf(dates, at('2026-11-23T08:00:00')))).toBe('2026年11月23日 至 11月30日');
    expect(periodWords({ startsOn, endsOn, estimated: true })).toBe('2026年12月30日 至 2027年1月7日（暂定）');
  });
});

describe('the sheet', () => {
  it('carries no id, adds up to the fen and counts an enterprise once', () => {
    const entry = {
      id: 'x',
      position: 1,
      withdrawnAt: null,
      talentId: 'y',
      applicationId: 'z',
      enterpriseName: '甲',
      categoryLabel: '博士',
    };
    const entries = [
      { ...entry, shownName: '王*', amountFen: 50_000_00n },
      { ...entry, shownName: '李*', amountFen: 33_333_33n },
    ];
    const notice = { title: '名单', startsOn: '2026-11-23', endsOn: '2026-11-30', estimated: false, entries };
    const sheet = sheetOf(notice, talentRecruitment.notice, at('2026-11-24T08:00:00'));
    expect(sheet).toMatchObject({ totalFen: 83_333_33, enterprises: 1, telephone: '400-000-0000' });
    expect(Object.keys(sheet.lines[0] ?? {}).sort()).toEqual([
      'amountFen',
      'categoryLabel',
      'enterpriseName',
      'isWithdrawn',
      'place',
      'shownName',
    ]);
  });
});

describe('names and numbers', () => {
  it('read as people say them', () => {
    expect(batchTitle(listTitle('招聘补贴', 2026), 3)).toBe('招聘补贴 2026 年度拟拨付名单公示（第 3 批）');
    expect(noticeNumber(2026, 3)).toBe('GS2026003');
    expect(noticeNumber(2026, 3)).toMatch(NOTICE_NUMBER);
    expect('0198c000-0000-7000-8000-000000000001').not.toMatch(NOTICE_NUMBER);
  });

  it('give every status a word and every refusal a next step', () => {
    expect(Object.keys(NOTICE_STATUS).sort()).toEqual([...NOTICE.states].sort());
    expect(explainNotice['case-moved-on']({ code: 'case-moved-on', number: 'RC1' }).why).toContain('RC1');
    expect(explainNotice['mixed-programmes']({ code: 'mixed-programmes' }).next).toHaveLength(1);
  });
});
