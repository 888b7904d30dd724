import type { SectionConfig } from '../../rules/config';

export const enterpriseForm: SectionConfig[] = [
  {
    id: 'host',
    title: '实习单位',
    hint: '取自企业注册信息。有变化的，请先办理企业信息变更。',
    fields: [
      { id: 'hostName', label: '单位名称', type: 'text', fromProfile: 'name' },
      { id: 'hostUscc', label: '统一社会信用代码', type: 'uscc', fromProfile: 'uscc' },
      { id: 'hostIndustry', label: '所属行业', type: 'text', maxLength: 60, fromProfile: 'industry' },
      { id: 'hostTelephone', label: '单位电话', type: 'telephone', fromProfile: 'telephone', beside: true },
    ],
  },
  {
    id: 'base',
    title: '实习安排',
    hint: '按本期申请的实习填写。',
    fields: [
      {
        id: 'isBase',
        label: '是否大学生实习基地',
        type: 'yesNo',
      },
      {
        id: 'baseNumber',
        label: '实习基地编号',
        type: 'text',
        maxLength: 20,
        hint: '基地铭牌或批文上的编号，如 SXJD-0018',
        appliesWhen: { field: 'isBase', is: ['yes'] },
        beside: true,
      },
      { id: 'internsThisYear', label: '本年度接收实习生', type: 'number', unit: '人', minimum: 1, maximum: 5_000 },
      {
        id: 'mentors',
        label: '实习指导人员',
        type: 'number',
        unit: '人',
        minimum: 1,
        maximum: 1_000,
        beside: true,
      },
      {
        id: 'internshipPlan',
        label: '实习安排说明',
        type: 'longText',
        minLength: 10,
        maxLength: 500,
        hint: '岗位、带教方式和作息安排，10 至 500 字',
      },
    ],
  },
];

export const entryForm: SectionConfig[] = [
  {
    id: 'student',
    title: '学生信息',
    hint: '与身份证件和学籍一致。',
    fields: [
      { id: 'name', label: '姓名', type: 'personName', provenBy: ['studentCard'] },
      { id: 'idType', label: '证件类型', type: 'idType', beside: true },
      { id: 'idNumber', label: '证件号码', type: 'idNumber', sealed: true, provenBy: ['studentCard'] },
      { id: 'studentMobile', label: '手机号码', type: 'mobile', sealed: true, beside: true },
      { id: 'university', label: '就读院校', type: 'text', maxLength: 80, hint: '全称，不写简称' },
      { id: 'studentNumber', label: '学号', type: 'text', maxLength: 30, beside: true },
      { id: 'specialty', label: '所学专业', type: 'text', maxLength: 60, provenBy: ['studentCard'] },
      {
        id: 'graduatesOn',
        label: '预计毕业日期',
        type: 'day',
        hint: '学籍信息上的预计毕业日期',
        beside: true,
        provenBy: ['studentCard'],
      },
      { id: 'category', label: '学生类别', type: 'category' },
    ],
  },
  {
    id: 'internship',
    title: '实习情况',
    hint: '实习满 1 个月起计，不满一个月的部分不计。',
    fields: [
      { id: 'post', label: '实习岗位', type: 'text', maxLength: 40 },
      { id: 'mentor', label: '指导人员', type: 'personName', beside: true },
      { id: 'internFrom', label: '实习开始日期', type: 'day', notFuture: true },
      { id: 'internTo', label: '实习结束日期', type: 'day', notFuture: true, beside: true },
      {
        id: 'internMonths',
        label: '补贴月数',
        type: 'number',
        unit: '个月',
        minimum: 1,
        maximum: 24,
        hint: '足月数；超过 6 个月的按 6 个月计',
      },
      {
        id: 'monthlyPay',
        label: '每月实习报酬',
        type: 'money',
        unit: '元',
        minimum: 1,
        maximum: 100_000,
        beside: true,
      },
      {
        id: 'lodging',
        label: '住宿',
        type: 'choice',
        options: [
          { value: 'own', label: '自行解决' },
          { value: 'provided', label: '单位提供' },
        ],
      },
      {
        id: 'isHired',
        label: '是否已签订就业意向',
        type: 'yesNo',
        optional: true,
        beside: true,
      },
    ],
  },
];
