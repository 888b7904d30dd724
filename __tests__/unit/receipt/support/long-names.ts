import type { ReceiptModel } from '@/lib/receipt/rules/model';

import { aReceiptModel } from '../../../builders/receipt-model';

/** 50 characters. */
export const LONG_NAME =
  '苏州工业园区示例国际生物医药与人工智能交叉创新研究及成果转化产业服务发展集团（中国）股份有限责任公司甲';
export const LONG_BANK = '示例银行股份有限公司江苏自贸试验区苏州片区苏州工业园区独墅湖高等教育区科教创新支行营业部';
export const LONG_PERSON = 'Maximiliana Wilhelmina Constantinopolitana-Schmidt';

/** Every value as long as it may well become. */
export function aReceiptWithLongNames(): ReceiptModel {
  const lines = [
    {
      name: LONG_PERSON,
      categoryLabel: 'A 类　领军人才（含同等条件的国家级、省级重点人才工程入选者）',
      amountFen: 999_999_999_99,
    },
    { name: '阿卜杜热合曼·买买提明·艾合买提江·吐尔逊', categoryLabel: 'B 类　博士', amountFen: 50_000_01 },
  ];
  return aReceiptModel({
    payer: LONG_NAME,
    payee: LONG_NAME,
    purpose: '2026年度苏州工业园区高层次和紧缺人才招聘补贴资金（第二批，含上年度结转和补充申报的部分）',
    programmeName: '苏州工业园区高层次和紧缺人才招聘补贴（重点产业专项，二〇二六年修订）',
    account: {
      holder: LONG_NAME,
      number: '322501988236123432250198823612',
      bankName: LONG_BANK,
      cnapsCode: '999305000012',
    },
    contact: { name: LONG_PERSON, phone: '0512-66680000-801234' },
    lines: [...lines, ...lines, ...lines],
  });
}
