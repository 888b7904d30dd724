export type FailureCause = 'account' | 'bank';
export type FailureReason = { readonly says: string; readonly cause: FailureCause };

/**
 * Why a bank did not pay, by its code, in words for the enterprise, and whose matter it is: `account` needs another
 * account or a correction of it, `bank` is tried again by finance. Codes after ISO 20022 External Status Reason 1.
 */
const REASONS: Readonly<Record<string, FailureReason>> = {
  AC01: { says: '收款账号不存在或有误', cause: 'account' },
  AC03: { says: '收款账号与开户行不符', cause: 'account' },
  AC04: { says: '收款账户已销户', cause: 'account' },
  AC06: { says: '收款账户被冻结或止付', cause: 'account' },
  AC07: { says: '收款账户已销户', cause: 'account' },
  AC14: { says: '收款账户种类不能入账', cause: 'account' },
  AG01: { says: '收款账户不允许此类入账', cause: 'account' },
  BE01: { says: '户名与账号不符', cause: 'account' },
  BE05: { says: '户名与账号不符', cause: 'account' },
  RC01: { says: '联行号有误', cause: 'account' },
  RC04: { says: '联行号有误', cause: 'account' },
  AM02: { says: '超过银行单笔限额', cause: 'bank' },
  AM04: { says: '付款账户可用余额不足', cause: 'bank' },
  AM05: { says: '银行认为重复付款', cause: 'bank' },
  DT01: { says: '付款日期不能受理', cause: 'bank' },
  FF01: { says: '付款文件格式未被受理', cause: 'bank' },
  MS03: { says: '银行没有说明原因', cause: 'bank' },
  NARR: { says: '银行另行说明', cause: 'bank' },
  TM01: { says: '超过银行受理时间', cause: 'bank' },
};

/** A code that is not in the table is the bank's matter: finance asks, the enterprise is not sent on a wrong way. */
export function failureReason(code: string): FailureReason {
  const known = REASONS[code.trim().toUpperCase()];
  return known ?? { says: `银行退回，代码 ${code.trim() || '未填'}`, cause: 'bank' };
}

export const KNOWN_FAILURE_CODES: readonly string[] = Object.keys(REASONS);
