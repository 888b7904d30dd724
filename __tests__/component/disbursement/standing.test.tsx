import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { SideColumn } from '@/components/disbursement/side-column';
import { StandingNotice } from '@/components/disbursement/standing-notice';
import { DISBURSEMENT_STATUSES } from '@/lib/disbursement/rules/states';
import { aDetail } from './a-detail';

const support = { phone: '400-000-0000', hours: '工作日 9:00–17:00' };

describe('beside the path', () => {
  it.each(DISBURSEMENT_STATUSES)('says in %s what comes next and whom to ask', (status) => {
    render(<SideColumn detail={aDetail({ status })} support={support} />);
    expect(screen.getByRole('list', { name: '接下来' }).textContent).not.toBe('');
    expect(screen.getByText('400-000-0000')).toBeTruthy();
  });

  it('says what voids a receipt only where something still can', () => {
    const { rerender } = render(<SideColumn detail={aDetail({ status: 'AWAITING_RECEIPT' })} support={support} />);
    expect(screen.queryByText('什么会使收据作废')).toBeTruthy();
    rerender(<SideColumn detail={aDetail({ status: 'PAYING', lapsesAfter: null })} support={support} />);
    expect(screen.queryByText('什么会使收据作废')).toBeNull();
  });

  it('says until when, and where no day runs that none does', () => {
    const said = (given: Parameters<typeof aDetail>[0]) =>
      render(<SideColumn detail={aDetail(given)} support={support} />).container.textContent;
    expect(said({ status: 'AWAITING_PRINT' })).toContain('2027年4月15日 前办理，逾期本次拨付失效');
    const failure = { reason: '收款账户已销户', cause: 'account' as const };
    expect(said({ status: 'PAYMENT_FAILED', failure })).toContain('2027年4月15日 前办理，逾期本次拨付失效');
    const talentHold = '陈思远：公示异议核查中';
    expect(said({ status: 'AWAITING_PROOF', lapsesAfter: null, talentHold })).toContain('暂停期间不计入期限');
    expect(said({ status: 'AWAITING_PRINT', lapsesAfter: null, talentHold })).toContain(`暂停打印：${talentHold}`);
  });
});

describe('above the path', () => {
  it('says plainly that a payment failed, why, and what to do', () => {
    const failure = { reason: '收款账户已销户', cause: 'account' as const };
    render(<StandingNotice detail={aDetail({ status: 'PAYMENT_FAILED', failure })} />);
    expect(screen.getByText('付款未成功：收款账户已销户')).toBeTruthy();
    expect(screen.getByText(/前更换银行账户/)).toBeTruthy();
  });

  it('tells the accountant how the payment is marked', () => {
    const remark = '高层次和紧缺人才招聘补贴 SJ20260001876';
    const detail = aDetail({ status: 'PAID', paidAt: new Date('2026-11-24T01:00:00Z'), remark });
    const { container } = render(<StandingNotice detail={detail} />);
    expect(container.textContent).toContain('2026年11月24日');
    expect(container.textContent).toContain(`附言：${remark}`);
  });

  it('says what the hold of a talent stops, and that the rest goes on', () => {
    const talentHold = '陈思远：公示异议核查中';
    const { container } = render(<StandingNotice detail={aDetail({ lapsesAfter: null, talentHold })} />);
    expect(container.textContent).toContain('陈思远：公示异议核查中。期间不能打印收据');
    expect(container.textContent).toContain('其余步骤可以照常办理。期限相应顺延');
  });

  it('puts a hold before everything else', () => {
    const failure = { reason: '收款账户已销户', cause: 'account' as const };
    render(
      <StandingNotice detail={aDetail({ status: 'PAYMENT_FAILED', failure, hold: '银行结果与付款记录不一致' })} />,
    );
    expect(screen.getByText('暂停办理')).toBeTruthy();
    expect(screen.queryByText(/付款未成功/)).toBeNull();
    expect(screen.getByText(/期间不能上传、打印和提交.*请勿重复办理.*恢复后以短信和邮件通知/)).toBeTruthy();
  });
});
