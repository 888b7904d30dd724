import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney, formatYuan } from '@/lib/kernel/fen';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Measure } from '@/lib/paper/rules/text-fit';
import type { Piece } from './flow';
import type { LetterContentOf, LetterModel } from './letter-model';
import { closing, facts, heading, paragraph, table } from './pieces';

/** What stands between the head and the foot of a letter, in pieces that go on from page to page. */
export function letterBody(model: LetterModel, measure: Measure): Piece[] {
  const { enterprise, office, issuedOn } = model;
  return [
    ...paragraph('to', `${enterprise.name}（统一社会信用代码 ${enterprise.uscc}）：`, measure, {
      isFlush: true,
      face: 'bold',
    }),
    ...bodyOf(model, measure),
    closing(office.name, formatDay(issuedOn), measure),
  ];
}

function bodyOf(model: LetterModel, measure: Measure): Piece[] {
  switch (model.content.kind) {
    case 'receipt':
      return receiptBody(model, model.content, measure);
    case 'correction':
      return correctionBody(model, model.content, measure);
    case 'refusal':
      return refusalBody(model, model.content, measure);
    case 'result':
      return resultBody(model, model.content, measure);
  }
}

const applied = ({ programme }: LetterModel) => `贵单位申请的${programme.name}（${programme.year} 年度）`;
const until = ({ day, estimated }: { day: ShanghaiDay; estimated: boolean }) =>
  `${formatDay(day)} 24:00${estimated ? '（暂定）' : ''}`;

function promised({ step, workingDays, by }: LetterContentOf<'receipt'>['promises'][number]): string {
  const within = `${step}收到后 ${workingDays} 个工作日内`;
  return by ? `${within}（${until(by)}前）` : within;
}

function receiptBody(model: LetterModel, content: LetterContentOf<'receipt'>, measure: Measure): Piece[] {
  const { talents, papers, entryWord } = content;
  return [
    ...paragraph(
      'says',
      `${applied(model)}的材料已收到，现予受理登记。本凭证只证明收到材料，不代表审核结果。`,
      measure,
    ),
    ...facts(
      'facts',
      [
        [{ label: '申报单位', value: model.enterprise.name }],
        [
          { label: '信用代码', value: model.enterprise.uscc },
          { label: '受理编号', value: model.caseNumber },
        ],
        [
          { label: '提交版本', value: `第 ${model.submission} 次提交` },
          { label: '提交时间', value: content.submittedAt },
        ],
        [
          { label: '联系人', value: `${content.contact.name} ${content.contact.maskedMobile}` },
          { label: '人数', value: `${talents.length} 人` },
        ],
      ],
      measure,
    ),
    heading('办理时限', measure),
    ...paragraph('promises', content.promises.map(promised).join('；') + '。', measure),
    heading(`${entryWord}（${talents.length} 人）`, measure),
    ...table(
      'talents',
      [
        { title: '序号', width: 14, align: 'center' },
        { title: '姓名', width: 54 },
        { title: '证件号码', width: 56 },
        { title: '类别', width: 38 },
      ],
      talents.map(({ name, maskedIdNumber, category }, index) => ({
        cells: [String(index + 1), name, maskedIdNumber, category],
      })),
      measure,
    ),
    heading(`收到的材料（${papers.length} 个文件，校验值为 SHA-256 的前 12 位）`, measure),
    ...table(
      'papers',
      [
        { title: '材料', width: 62 },
        { title: '文件', width: 58 },
        { title: '页数', width: 12, align: 'center' },
        { title: '校验值', width: 30 },
      ],
      papers.map(({ label, fileName, pages, sha256Head }) => ({
        cells: [label, fileName, pages === null ? '—' : String(pages), sha256Head],
      })),
      measure,
    ),
  ];
}

function correctionBody(model: LetterModel, content: LetterContentOf<'correction'>, measure: Measure): Piece[] {
  const { comments, deadline, workingDays, stage } = content;
  return [
    ...paragraph(
      'says',
      `${applied(model)}（受理编号 ${model.caseNumber}，第 ${model.submission} 次提交）经${stage}，有 ${comments.length} 处需要补正，现一次告知如下。未列出的内容不用修改。`,
      measure,
    ),
    ...table(
      'comments',
      [
        { title: '序号', width: 14, align: 'center' },
        { title: '位置', width: 48 },
        { title: '需要补正的内容', width: 100 },
      ],
      comments.map(({ place, text }, index) => ({ cells: [String(index + 1), place, text] })),
      measure,
    ),
    ...paragraph(
      'deadline',
      `请在 ${until(deadline)}前（退回次日起 ${workingDays} 个工作日）登录系统，按上述意见修改后重新提交。逾期未提交的，本申请失效；失效后 30 日内可以申请延期一次，须写明理由。`,
      measure,
      { gap: 3.2 },
    ),
  ];
}

function refusalBody(model: LetterModel, content: LetterContentOf<'refusal'>, measure: Measure): Piece[] {
  const { talents, entryWord, appeal } = content;
  return [
    ...paragraph('says', `${applied(model)}（受理编号 ${model.caseNumber}）经审核，决定不予支持。`, measure),
    heading('理由', measure),
    ...paragraph('reason', content.reason, measure),
    ...(talents.length > 0
      ? [
          heading(`${entryWord}逐人理由`, measure),
          ...table(
            'talents',
            [
              { title: '序号', width: 14, align: 'center' },
              { title: '姓名', width: 38 },
              { title: '类别', width: 30 },
              { title: '理由', width: 80 },
            ],
            talents.map(({ name, category, reason }, index) => ({
              cells: [String(index + 1), name, category, reason],
            })),
            measure,
          ),
        ]
      : []),
    heading('救济途径', measure),
    ...paragraph('remedy', content.remedy, measure),
    ...(appeal
      ? paragraph(
          'appeal',
          `申请复核的，请在 ${until(appeal.by)}前（收到本通知次日起 ${appeal.workingDays} 个工作日）在系统中提出，限一次，由未办理过本申请的人员复核。`,
          measure,
        )
      : paragraph('appeal', '本决定系复核后作出，不能再次申请复核。', measure)),
  ];
}

function resultBody(model: LetterModel, content: LetterContentOf<'result'>, measure: Measure): Piece[] {
  const { talents, derivation, totalFen, entryWord } = content;
  const supported = talents.filter((one) => one.supported).length;
  return [
    ...paragraph(
      'says',
      `${applied(model)}（受理编号 ${model.caseNumber}）审核通过：支持 ${supported} 人，不予支持 ${talents.length - supported} 人，核定补贴 ${formatMoney(totalFen)}（${amountInCapitals(totalFen)}）。`,
      measure,
    ),
    heading(`${entryWord}逐人结果（单位：元）`, measure),
    ...table(
      'talents',
      [
        { title: '序号', width: 12, align: 'center' },
        { title: '姓名', width: 31 },
        { title: '类别', width: 22 },
        { title: '结果', width: 18, align: 'center' },
        { title: '标准', width: 21, align: 'end' },
        { title: '核定', width: 21, align: 'end' },
        { title: '说明', width: 37 },
      ],
      talents.map((one, index) => ({
        cells: [
          ...[String(index + 1), one.name, one.category, one.supported ? '支持' : '不予支持'],
          ...[formatYuan(one.standardFen), formatYuan(one.grantedFen), one.reason],
        ],
      })),
      measure,
    ),
    heading('金额怎样得出（单位：元）', measure),
    ...table(
      'derivation',
      [
        { title: '项目', width: 112 },
        { title: '金额', width: 50, align: 'end' },
      ],
      derivation.map(({ label, fen, strong }) => ({ cells: [label, formatYuan(fen)], isStrong: strong })),
      measure,
    ),
    ...paragraph(
      'next',
      `名单将向社会公示 ${content.noticeWorkingDays} 个工作日，期满无异议的启动资金拨付，届时通知联系人。`,
      measure,
      { gap: 3.2 },
    ),
  ];
}
