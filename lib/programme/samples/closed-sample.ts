import type { ProgrammeConfig, RequirementConfig, SectionConfig } from '../rules/config';

const ACCEPT: RequirementConfig['accept'] = ['image/jpeg', 'image/png', 'application/pdf'];

const enterprise: SectionConfig[] = [
  {
    id: 'unit',
    title: '设站单位',
    fields: [
      { id: 'unitName', label: '单位名称', type: 'text', fromProfile: 'name' },
      { id: 'unitUscc', label: '统一社会信用代码', type: 'uscc', fromProfile: 'uscc' },
      { id: 'unitTelephone', label: '单位电话', type: 'telephone', fromProfile: 'telephone' },
      { id: 'stationNumber', label: '设站批准文号', type: 'text', maxLength: 40 },
    ],
  },
];

const entry: SectionConfig[] = [
  {
    id: 'person',
    title: '博士后信息',
    fields: [
      { id: 'name', label: '姓名', type: 'personName' },
      { id: 'idType', label: '证件类型', type: 'idType', beside: true },
      { id: 'idNumber', label: '证件号码', type: 'idNumber', sealed: true },
      { id: 'mobile', label: '手机号码', type: 'mobile', sealed: true, beside: true },
      { id: 'category', label: '进站类别', type: 'category' },
      { id: 'enteredOn', label: '进站日期', type: 'day', notFuture: true },
      { id: 'leavesOn', label: '计划出站日期', type: 'day', beside: true },
      { id: 'topic', label: '研究课题', type: 'text', minLength: 5, maxLength: 100 },
    ],
  },
];

const requirements: RequirementConfig[] = [
  { id: 'stationApproval', label: '设站批准文件', per: 'application', maxFiles: 2, accept: ACCEPT, source: '批准部门' },
  { id: 'entryNotice', label: '进站备案证明', per: 'entry', maxFiles: 2, accept: ACCEPT, source: '博士后管理部门' },
  { id: 'workPlan', label: '研究工作计划', per: 'entry', maxFiles: 3, accept: ACCEPT, source: '本人' },
];

const guide: ProgrammeConfig['guide'] = {
  facts: [
    { term: '事项编码', text: 'SL320599-2026-002' },
    { term: '事项类型', text: '公共服务，惠企政策' },
    { term: '服务对象', text: '在园区设有博士后站点的单位' },
    { term: '收费', text: '不收费' },
  ],
  basis: ['《博士后科研资助办法（示例）》，示例文号〔2026〕2 号，第三条至第七条'],
  who: {
    title: '资助对象',
    paragraphs: ['在园区设立博士后科研工作站或创新实践基地的单位。', '资助用于在站博士后的科研和生活支出。'],
  },
  standard: {
    title: '资助标准',
    paragraphs: ['按人给予一次性资助，标准由进站类别决定。', '每家单位每年不超过 800,000 元。'],
  },
  conditions: {
    title: '受理条件',
    paragraphs: ['博士后在站时间不少于 12 个月。', '在首次提交申请前 12 个月内进站。'],
  },
  refusedWhen: {
    title: '不予受理的情形',
    paragraphs: ['同一博士后已享受过本项资助。', '申请时已经出站或退站。'],
  },
  steps: [
    { title: '提交申请', text: '填写单位和博士后信息，上传材料后确认提交。', days: '约 15 分钟', by: 'enterprise' },
    { title: '审核', text: '业务人员初审、复审，材料有误的一次告知。', days: '10 个工作日', by: 'staff' },
    { title: '公示', text: '公示单位名称、类别和金额，姓名隐去名字。', days: '5 个工作日', by: 'staff' },
    { title: '拨付', text: '单位上传盖章收据后，资助拨付到单位账户。', days: '10 个工作日', by: 'enterprise' },
  ],
  notice: [
    { term: '公示时间', text: '5 个工作日，在通知公示栏' },
    { term: '提出异议', text: '公示期内署名提出，写明事实、理由和联系方式' },
  ],
  result: [
    { term: '办理结果', text: '审核结果通知书，或不予支持通知书' },
    { term: '不服结果', text: '10 个工作日内可以申请复核一次' },
  ],
  contact: [
    { term: '业务咨询', text: '400-000-0000，工作日 9:00–17:00' },
    { term: '监督投诉', text: '400-000-0001，工作日 9:00–17:00' },
  ],
  questions: [
    { question: '本期已经截止，什么时候再受理', answer: '每年受理一期，下一期的时间以本页公布的为准。' },
    { question: '出站后还能申请吗', answer: '不能。资助对象为申请时在站的博士后。' },
  ],
  updatedOn: '2026-03-02',
};

/** A second programme with other words and forms, whose window is over: it shows the closed state. Figures invented. */
export const postdoctoralResearch: ProgrammeConfig = {
  schema: 1,
  code: 'postdoctoral-research',
  name: '博士后科研资助',
  summary: '单位引进博士后进站从事科研工作，按人给予一次性资助。',
  entryWord: '在站博士后',
  payer: '苏州工业园区示例人才服务中心',
  receiptPurpose: '博士后科研资助',
  categoryWord: '进站类别',
  categories: [
    { code: 'A', label: '全职博士后', note: '人事关系在设站单位', standardFen: 80_000_00 },
    { code: 'B', label: '联合培养博士后', note: '与流动站联合培养', standardFen: 50_000_00 },
  ],
  amount: { kind: 'fixed-by-category' },
  yearlyCapFen: 800_000_00,
  maxEntries: 20,
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
  instructions: {
    version: '2026-1',
    paragraphs: [
      '一、本项资助发给在园区设有博士后站点的单位，按在站博士后给予一次性资助。',
      '二、所填内容和所传材料应当真实、完整、有效，与原件一致。',
      '三、填报博士后信息前，请告知本人并取得同意，信息只用于本项资助的办理。',
      '四、只有确认提交并取得受理编号后，才算提出申请。',
    ],
  },
  remedy:
    '对本决定不服的，可以自收到之日起 10 个工作日内在本系统申请复核一次；也可以依法申请行政复议或者提起行政诉讼。',
  reasons: [
    { id: 'unclear', for: 'return', text: '文件不清晰，关键内容无法辨认，请重新扫描后上传' },
    { id: 'leftStation', for: 'refuse', text: '申请时已经出站或退站', clause: '资助办法（示例）第五条' },
  ],
  guide,
  enterprise,
  entry,
  eligibility: [
    {
      kind: 'period-at-least',
      id: 'stay',
      from: 'enteredOn',
      to: 'leavesOn',
      months: 12,
      says: '在站时间不少于 12 个月',
      clause: '资助办法（示例）第四条',
    },
    {
      kind: 'within-months-before-applying',
      id: 'enteredLately',
      field: 'enteredOn',
      months: 12,
      says: '申请前 12 个月内进站',
      clause: '资助办法（示例）第四条',
    },
  ],
  requirements,
};
