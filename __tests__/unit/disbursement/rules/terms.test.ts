import { describe, expect, it } from '@jest/globals';
import { isHeldBy } from '@/lib/disbursement/rules/account-holder';
import { heldBecause, publicHold } from '@/lib/disbursement/rules/holds';
import { payableFrom } from '@/lib/disbursement/rules/terms';

const at = (text: string) => new Date(text);

describe('a young account', () => {
  const now = at('2026-11-23T02:00:00Z');
  it('may be paid only some hours after it was added', () => {
    const from = payableFrom({ accountCreatedAt: at('2026-11-23T01:00:00Z'), changedAt: null, quietHours: 24, now });
    expect(from).toEqual(at('2026-11-24T01:00:00Z'));
  });

  it('waits as well when an old one takes the place of the confirmed one', () => {
    const from = payableFrom({ accountCreatedAt: at('2025-01-01T00:00:00Z'), changedAt: now, quietHours: 24, now });
    expect(from).toEqual(at('2026-11-24T02:00:00Z'));
  });

  it('may be paid at once when it has been there long enough', () => {
    const given = { accountCreatedAt: at('2026-11-01T00:00:00Z'), changedAt: null, quietHours: 24, now };
    expect(payableFrom(given)).toBeNull();
    expect(payableFrom({ ...given, accountCreatedAt: now, quietHours: 0 })).toBeNull();
  });
});

describe('the holder of an account', () => {
  it('is the enterprise even where the bank writes brackets, width and dots otherwise', () => {
    expect(isHeldBy('示例微纳制造(苏州)有限公司', '示例微纳制造（苏州）有限公司')).toBe(true);
    expect(isHeldBy('ＡＢＣ 示例（苏州）有限公司', 'abc示例(苏州)有限公司')).toBe(true);
  });

  it('is nobody else, be it by one character', () => {
    expect(isHeldBy('苏州示例智能科技有限公司', '苏州示例智能科技股份有限公司')).toBe(false);
    expect(isHeldBy('苏州示例智能科技有限公司苏州分公司', '苏州示例智能科技有限公司')).toBe(false);
    expect(isHeldBy('陈思远', '苏州示例智能科技有限公司')).toBe(false);
  });
});

describe('a hold', () => {
  it('is that of the enterprise before that of the disbursement before that of the case', () => {
    const none = { disbursementHold: null, caseHold: null, enterpriseFrozen: false };
    expect(heldBecause(none)).toBeNull();
    expect(heldBecause({ ...none, caseHold: '异议办理中' })).toBe('异议办理中');
    expect(heldBecause({ ...none, caseHold: '异议办理中', disbursementHold: '核查' })).toBe('核查');
    expect(heldBecause({ disbursementHold: '核查', caseHold: null, enterpriseFrozen: true })).toBe('申报单位已冻结');
  });

  it('of a disbursement is told to the enterprise without what staff wrote; the others as they were told before', () => {
    const none = { disbursementHold: null, caseHold: null, enterpriseFrozen: false };
    expect(publicHold(none)).toBeNull();
    expect(publicHold({ ...none, disbursementHold: '怀疑账户被冒用' })).toBe('有关情况正在核实');
    expect(publicHold({ ...none, caseHold: '公示异议核查中' })).toBe('公示异议核查中');
    expect(publicHold({ ...none, disbursementHold: '核查', enterpriseFrozen: true })).toBe('申报单位已冻结');
  });
});
