/** The fixed parts of a 办事指南, in the order in which clerks expect them. */
export const GUIDE_SECTIONS = [
  { id: 'basics', title: '基本信息' },
  { id: 'conditions', title: '受理条件' },
  { id: 'standard', title: '补贴对象与标准' },
  { id: 'papers', title: '申请材料' },
  { id: 'steps', title: '办理流程' },
  { id: 'notice', title: '公示与异议' },
  { id: 'result', title: '结果与拨付' },
  { id: 'basis', title: '设定依据' },
  { id: 'contact', title: '咨询与监督' },
  { id: 'questions', title: '常见问题' },
] as const;

export type GuideSectionId = (typeof GUIDE_SECTIONS)[number]['id'];
