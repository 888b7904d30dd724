import type { ProgrammeConfig } from '../../rules/config';

export const reasons: ProgrammeConfig['reasons'] = [
  { id: 'unclear', for: 'return', text: '文件不清晰，关键内容无法辨认，请重新拍照或扫描后上传' },
  { id: 'incompletePages', for: 'return', text: '文件缺页，请补齐全部页后上传' },
  { id: 'noSeal', for: 'return', text: '文件未加盖公章，请盖章后重新上传' },
  { id: 'noSignature', for: 'return', text: '文件缺少本人签字，请签字后重新上传' },
  { id: 'differs', for: 'return', text: '填写内容与证明材料不一致，请核对后更正' },
  { id: 'wrongPaper', for: 'return', text: '上传的文件不是所要求的材料，请更换' },
  {
    id: 'oldRecord',
    for: 'return',
    text: '缴费记录打印日期已超过 30 天，请重新打印后上传',
    clause: '实施细则（示例）第七条',
  },
  {
    id: 'contractTooShort',
    for: 'refuse',
    text: '劳动合同期限不足 36 个月',
    clause: '实施细则（示例）第五条第一项',
  },
  {
    id: 'onBoardTooEarly',
    for: 'refuse',
    text: '到岗时间早于申请前 18 个月',
    clause: '实施细则（示例）第五条第二项',
  },
  {
    id: 'insuranceTooShort',
    for: 'refuse',
    text: '企业为其连续缴纳社会保险不满 6 个月',
    clause: '实施细则（示例）第五条第三项',
  },
  { id: 'notInCategory', for: 'refuse', text: '证明材料不能证明其属于所申请的类别', clause: '实施细则（示例）第四条' },
  { id: 'grantedBefore', for: 'refuse', text: '已享受过本项补贴', clause: '实施细则（示例）第九条' },
  { id: 'capUsedUp', for: 'refuse', text: '企业本年度限额已用完', clause: '实施细则（示例）第八条' },
  { id: 'leftBefore', for: 'refuse', text: '申请时已不在企业工作', clause: '实施细则（示例）第六条' },
];
