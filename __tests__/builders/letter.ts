import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatNumber } from '@/lib/kernel/numbers';
import { maskIdNumber } from '@/lib/kernel/mask';
import { award } from '@/lib/application/rules/award';
import { LETTER_PREFIXES, type LetterKind } from '@/lib/letter/rules/letter-kinds';
import type { LetterContent, LetterContentOf, LetterModel } from '@/lib/letter/rules/letter-model';
import { resultContent } from '@/lib/letter/rules/make-content';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { inventedResidentId } from './answers';

const LONG_NAME = '苏州工业园区示例人工智能与集成电路装备制造技术研究开发（集团）股份有限公司独墅湖分公司';
const NAMES = ['欧阳文静', '张明远', '阿卜杜拉·买买提·尼亚孜', '𬱟思衡', 'Maria Fernanda dos Santos Oliveira'];
const nameOf = (index: number) => NAMES[index % NAMES.length] ?? '';

/** A letter of this kind over so many talents, with a long or usual name of the enterprise. */
export function aLetter(kind: LetterKind, plan: { talents?: number; isLong?: boolean } = {}): LetterModel {
  const { talents = 2, isLong = false } = plan;
  return {
    number: formatNumber(LETTER_PREFIXES[kind], 2026, 18),
    issuedOn: shanghaiDay('2026-11-23'),
    office: { name: '苏州工业园区示例人才服务中心', telephone: '400-000-0000', address: '示例路 1 号一楼人才服务窗口' },
    programme: { name: '高层次和紧缺人才招聘补贴', year: 2026 },
    enterprise: { name: isLong ? LONG_NAME : '苏州示例科技有限公司', uscc: '91320599MA1EXAMP0X' },
    caseNumber: formatNumber('RC', 2026, 503),
    submission: 1,
    content: CONTENT[kind](talents),
  };
}

const places = (count: number) => Array.from({ length: count }, (_, index) => index);

const CONTENT: { readonly [K in LetterKind]: (talents: number) => LetterContentOf<K> & LetterContent } = {
  receipt: (talents) => ({
    kind: 'receipt',
    submittedAt: '2026年11月23日 10:00',
    contact: { name: '周敏', maskedMobile: '138****0000' },
    entryWord: '引进人才',
    talents: places(talents).map((index) => ({
      name: nameOf(index),
      maskedIdNumber: maskIdNumber(inventedResidentId(index + 1)),
      category: '硕士/高级职称',
    })),
    papers: places(talents).flatMap((index) =>
      ['劳动合同', '学历学位证书'].map((label, place) => ({
        label: `${nameOf(index)}，${label}`,
        fileName: `${label}-${index + 1}（扫描件）.pdf`,
        pages: place === 0 ? 12 : null,
        sha256Head: (index * 7919 + place + 1).toString(16).padStart(12, '0'),
      })),
    ),
    promises: [
      { step: '初审', workingDays: 5, by: { day: shanghaiDay('2026-11-30'), estimated: false } },
      { step: '复审', workingDays: 5, by: null },
    ],
  }),
  correction: (count) => ({
    kind: 'correction',
    stage: '初审',
    comments: places(count).map((index) => ({
      place: `${nameOf(index)}，合同结束日期`,
      text:
        index % 2 ? '劳动合同第 3 页不清晰，请重新上传。' : '合同结束日期与劳动合同不一致，请核对后更正。'.repeat(3),
    })),
    deadline: { day: shanghaiDay('2027-01-08'), estimated: true },
    workingDays: 10,
  }),
  refusal: (talents) => ({
    kind: 'refusal',
    reason: '所在岗位不在紧缺岗位目录内（实施细则第六条）。',
    entryWord: '引进人才',
    talents: places(talents).map((index) => ({
      name: nameOf(index),
      category: '紧缺岗位',
      reason: '合同期少于 36 个月（实施细则第五条）。',
    })),
    remedy: talentRecruitment.remedy,
    appeal: { workingDays: 10, by: { day: shanghaiDay('2026-12-07'), estimated: false } },
  }),
  result: (talents) => {
    const lines = places(talents).map((index) => ({
      talentId: String(index),
      name: nameOf(index),
      categoryLabel: '博士',
      standardFen: 5_000_000,
      supported: index !== 1,
    }));
    const reasons = new Map([['1', '社会保险缴纳不足 6 个月（实施细则第七条）。']]);
    return resultContent({ config: talentRecruitment }, award(lines, 12_000_000, 3_500_000), reasons);
  },
};
