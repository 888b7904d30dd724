import type { ProgrammeConfig } from '../rules/config';
import { enterpriseForm } from './talent-recruitment/enterprise-form';
import { entryForm } from './talent-recruitment/entry-form';
import { guide } from './talent-recruitment/guide';
import { instructions } from './talent-recruitment/instructions';
import { reasons } from './talent-recruitment/reasons';
import { requirements } from './talent-recruitment/requirements';

/** The sample programme 高层次和紧缺人才招聘补贴. All figures, names and telephone numbers are invented. */
export const talentRecruitment: ProgrammeConfig = {
  schema: 1,
  code: 'talent-recruitment',
  name: '高层次和紧缺人才招聘补贴',
  summary: '企业引进领军人才、博士、硕士、高级职称或紧缺岗位人才，按人给予一次性补贴。',
  entryWord: '引进人才',
  payer: '苏州工业园区示例人才服务中心',
  receiptPurpose: '高层次和紧缺人才招聘补贴',
  categoryWord: '人才类别',
  categories: [
    { code: 'A', label: '领军人才', note: '入选市级及以上领军人才项目，须有认定文件', standardFen: 100_000_00 },
    { code: 'B', label: '博士', note: '取得博士学位', standardFen: 50_000_00 },
    { code: 'C', label: '硕士或高级职称', note: '取得硕士学位，或具有高级职称', standardFen: 20_000_00 },
    { code: 'D', label: '紧缺岗位', note: '所任岗位列入当年紧缺岗位目录', standardFen: 10_000_00 },
  ],
  amount: { kind: 'fixed-by-category' },
  yearlyCapFen: 500_000_00,
  maxEntries: 500,
  notice: {
    workingDays: 5,
    masked: true,
    office: '苏州工业园区示例人才服务中心',
    telephone: '400-000-0000',
    address: '苏州工业园区示例路 1 号一楼人才服务窗口',
    post: '215000',
  },
  returnWorkingDays: 10,
  reviewWorkingDays: { first: 5, final: 5 },
  proofMaxAgeDays: 30,
  lapseDays: 90,
  accountQuietHours: 24,
  instructions,
  remedy:
    '对本决定不服的，可以自收到之日起 10 个工作日内在本系统申请复核一次，由其他复审人员办理；也可以依法申请行政复议或者提起行政诉讼。',
  reasons,
  guide,
  enterprise: enterpriseForm,
  entry: entryForm,
  eligibility: [
    {
      kind: 'period-at-least',
      id: 'contractTerm',
      from: 'contractFrom',
      to: 'contractTo',
      months: 36,
      says: '劳动合同期限不少于 36 个月',
      clause: '实施细则（示例）第五条第一项',
    },
    {
      kind: 'within-months-before-applying',
      id: 'onBoardLately',
      field: 'onBoardOn',
      months: 18,
      says: '申请前 18 个月内到岗',
      clause: '实施细则（示例）第五条第二项',
    },
    {
      kind: 'months-since-at-least',
      id: 'insuredLongEnough',
      field: 'insuredFrom',
      months: 6,
      says: '企业已为其连续缴纳社会保险满 6 个月',
      clause: '实施细则（示例）第五条第三项',
    },
    {
      kind: 'requires',
      id: 'doctorForB',
      field: 'degree',
      when: { field: 'category', is: ['B'] },
      must: { field: 'degree', is: ['doctor'] },
      says: 'B 类须取得博士学位',
      clause: '实施细则（示例）第四条',
    },
    {
      kind: 'requires',
      id: 'masterForC',
      field: 'degree',
      when: { field: 'categoryBasis', is: ['degree'] },
      must: { field: 'degree', is: ['master', 'doctor'] },
      says: 'C 类按学位申请的，须取得硕士及以上学位',
      clause: '实施细则（示例）第四条',
    },
  ],
  requirements,
};
