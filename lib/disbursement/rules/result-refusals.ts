import type { Explanations } from '@/lib/access/refusals';
import type { ResultFault } from './bank-result';

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB 18030', either: 'UTF-8 或 GB 18030' } as const;
const ROWS = { header: '首行', trailer: '末行' } as const;
const fields = { file: '请选择与本付款文件格式相符的结果文件。' };

/** Why a result file is not taken in at all. Nothing of it was booked. */
export const explainResultFault: Explanations<ResultFault> = {
  'result-encoding': ({ wanted }) => ({
    title: '结果文件的编码不对',
    why: `按本付款文件的格式，结果应为 ${ENCODINGS[wanted]} 编码，这份文件不是，或有损坏的字。没有入账。`,
    next: [{ label: '请选银行给出的原文件，不要用其他软件另存' }],
    fields,
  }),
  'result-columns': ({ missing, twice }) => ({
    title: '结果文件的列不对',
    why: `${[
      missing.length > 0 && `缺少“${missing.join('”“')}”列`,
      twice.length > 0 && `“${twice.join('”“')}”列出现多次`,
    ]
      .filter(Boolean)
      .join('，')}。没有入账。`,
    next: [{ label: '请确认所选的是这份付款文件的结果' }, { label: '银行改了格式的，请管理员发布新的银行文件格式' }],
    fields,
  }),
  'result-control': ({ row, says, is }) => ({
    title: '结果文件不完整，或不是这份付款文件的',
    why: `文件${ROWS[row]}写的是${says}，实际应为 ${is}。没有入账。`,
    next: [{ label: '请向银行重新下载完整的结果文件' }],
    fields,
  }),
};
