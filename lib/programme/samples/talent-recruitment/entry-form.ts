import type { SectionConfig } from '../../rules/config';

const identity: SectionConfig = {
  id: 'identity',
  title: '身份信息',
  hint: '与身份证件一致。居民身份证号码填好后，性别和出生日期自动得出。',
  fields: [
    { id: 'name', label: '姓名', type: 'personName', hint: '证件上的全名，外文名保留空格' },
    { id: 'idType', label: '证件类型', type: 'idType', beside: true },
    { id: 'idNumber', label: '证件号码', type: 'idNumber', sealed: true },
    {
      id: 'gender',
      label: '性别',
      type: 'choice',
      options: [
        { value: 'MALE', label: '男' },
        { value: 'FEMALE', label: '女' },
      ],
      derived: 'gender',
    },
    { id: 'birthDate', label: '出生日期', type: 'day', notFuture: true, derived: 'birthDate', beside: true },
    {
      id: 'nationality',
      label: '国籍',
      type: 'text',
      maxLength: 40,
      hint: '中文国名，如 意大利',
      appliesWhen: { field: 'idType', is: ['PASSPORT', 'FOREIGN_PR'] },
    },
    {
      id: 'mobile',
      label: '手机号码',
      type: 'mobile',
      sealed: true,
      hint: '本人使用的手机，用于核实',
      provenBy: ['consent'],
    },
  ],
};

const category: SectionConfig = {
  id: 'categorySection',
  title: '人才类别',
  hint: '选定后带出补贴标准。同时符合几类的，按标准高的一类申请。',
  fields: [
    {
      id: 'category',
      label: '人才类别',
      type: 'category',
      provenBy: ['leadingProof', 'titleCertificate', 'degreeCertificate', 'labourContract'],
    },
    {
      id: 'leadingProgramme',
      label: '领军人才项目',
      type: 'text',
      maxLength: 60,
      hint: '认定文件上的项目全称',
      appliesWhen: { field: 'category', is: ['A'] },
    },
    {
      id: 'categoryBasis',
      label: 'C 类申请依据',
      type: 'choice',
      options: [
        { value: 'degree', label: '硕士学位' },
        { value: 'title', label: '高级职称' },
      ],
      appliesWhen: { field: 'category', is: ['C'] },
    },
    {
      id: 'professionalTitle',
      label: '职称名称',
      type: 'text',
      maxLength: 40,
      hint: '如 高级工程师',
      appliesWhen: { field: 'categoryBasis', is: ['title'] },
    },
    {
      id: 'scarcePostCode',
      label: '紧缺岗位目录代码',
      type: 'text',
      minLength: 4,
      maxLength: 12,
      hint: '当年紧缺岗位目录中的代码，如 JQ-0132',
      appliesWhen: { field: 'category', is: ['D'] },
    },
  ],
};

const education: SectionConfig = {
  id: 'educationSection',
  title: '学历学位',
  hint: '填写最高学历、学位。',
  fields: [
    {
      id: 'education',
      label: '学历',
      type: 'choice',
      options: [
        { value: 'doctoral', label: '博士研究生' },
        { value: 'masters', label: '硕士研究生' },
        { value: 'undergraduate', label: '大学本科' },
        { value: 'college', label: '大学专科' },
        { value: 'vocational', label: '中专、技工学校及其他' },
      ],
    },
    {
      id: 'degree',
      label: '学位',
      type: 'choice',
      options: [
        { value: 'doctor', label: '博士' },
        { value: 'master', label: '硕士' },
        { value: 'bachelor', label: '学士' },
        { value: 'none', label: '无学位' },
      ],
      beside: true,
    },
    {
      id: 'school',
      label: '毕业院校',
      type: 'text',
      maxLength: 80,
      hint: '证书上的校名；境外院校写中文或原文',
      provenBy: ['degreeCertificate', 'overseasCertificate'],
    },
    { id: 'major', label: '专业', type: 'text', maxLength: 60, beside: true },
    { id: 'graduatedOn', label: '毕业日期', type: 'day', notFuture: true },
    {
      id: 'degreePlace',
      label: '学位授予地',
      type: 'choice',
      options: [
        { value: 'domestic', label: '境内' },
        { value: 'overseas', label: '国（境）外' },
      ],
      appliesWhen: { field: 'degree', is: ['doctor', 'master', 'bachelor'] },
      beside: true,
    },
    {
      id: 'overseasCertification',
      label: '学历学位认证书编号',
      type: 'text',
      maxLength: 40,
      hint: '国（境）外学历学位认证书右上角的编号',
      appliesWhen: { field: 'degreePlace', is: ['overseas'] },
    },
  ],
};

const employment: SectionConfig = {
  id: 'employment',
  title: '劳动合同与社保',
  hint: '合同期不少于 36 个月；申请前 18 个月内到岗；社保缴满 6 个月。',
  fields: [
    { id: 'position', label: '岗位', type: 'text', maxLength: 60, hint: '劳动合同上的岗位名称' },
    { id: 'contractFrom', label: '合同开始日期', type: 'day' },
    {
      id: 'contractTo',
      label: '合同结束日期',
      type: 'day',
      hint: '无固定期限的，填法定退休日期',
      beside: true,
    },
    { id: 'onBoardOn', label: '入职日期', type: 'day', notFuture: true },
    {
      id: 'insuredFrom',
      label: '社保起始月份',
      type: 'month',
      notFuture: true,
      hint: '本单位连续缴纳的第一个月，如 2025-10',
      beside: true,
    },
    { id: 'annualPay', label: '税前年薪', type: 'money', unit: '元', minimum: 1, maximum: 100_000_000 },
    {
      id: 'recruitmentChannel',
      label: '招聘渠道',
      type: 'choice',
      options: [
        { value: 'own', label: '企业自主招聘' },
        { value: 'campus', label: '校园招聘' },
        { value: 'fair', label: '招聘会' },
        { value: 'referral', label: '内部推荐' },
        { value: 'agency', label: '人力资源服务机构' },
      ],
      beside: true,
    },
    {
      id: 'agencyName',
      label: '服务机构名称',
      type: 'text',
      maxLength: 80,
      hint: '与发票销售方一致',
      appliesWhen: { field: 'recruitmentChannel', is: ['agency'] },
    },
    { id: 'recruitmentCost', label: '招聘费用', type: 'money', unit: '元', optional: true, maximum: 10_000_000 },
  ],
};

export const entryForm: SectionConfig[] = [identity, category, education, employment];
