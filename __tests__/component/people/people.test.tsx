import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { PeopleTable } from '@/components/people/people-table';
import { PersonPage } from '@/components/people/person-page';
import { explainCommon } from '@/lib/access/refusals';
import type { StaffPersonView } from '@/lib/access/staff-queries';
import type { ActionState } from '@/lib/runtime/action-state';
import { standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);
jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T02:00:00Z');
const person = (more: Partial<StaffPersonView> = {}): StaffPersonView => ({
  ...{ id: 'a', username: 'first1', displayName: '林知远', roles: ['FIRST_REVIEWER'], isDisabled: false, isMe: false },
  ...{ lastSignIn: NOW, factor: 'bound', createdAt: NOW, maskedMobile: '138****0051', maskedEmail: null },
  ...{ openSessions: 1, factorSince: NOW, factorRemovedAt: null, recoveryCodesLeft: 9, initialUntil: null },
  ...{ mayChange: true, history: [] },
  ...more,
});

function show(view: StaffPersonView, answer: ActionState = { status: 'done', message: '已重置', at: 1 }) {
  const sent: Record<string, string>[] = [];
  const act = async (_before: ActionState, form: FormData) => {
    sent.push(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
    return answer;
  };
  const actions = { resetFactor: act, resetPassword: act, disable: act, enable: act };
  render(<PersonPage view={view} now={NOW} actions={actions} />);
  return sent;
}
const acts = () => screen.queryAllByRole('button').map((one) => one.textContent);

describe('业务人员', () => {
  it('stands with parts in words, and with what protects the account', () => {
    const rows = [
      person({ roles: ['FINANCE_MAKER', 'NOTICE_CLERK'] }),
      person({ id: 'b', factor: 'to-rebind', lastSignIn: null, isMe: true }),
      person({ id: 'c', factor: 'unbound', isDisabled: true, roles: [] }),
    ];
    render(<PeopleTable rows={rows} view="all" />);
    const [first, second, third] = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent ?? '');
    expect(first).toMatch(/林知远.*first1.*财务制单、公示经办.*2026年11月23日 10:00.*已绑定.*启用中/);
    expect(second).toMatch(/您.*没有登录过.*需重新绑定/);
    expect(third).toMatch(/没有岗位.*未绑定.*已停用/);
  });

  it.each([
    ['unbound', '都已绑定'],
    ['disabled', '没有停用的账号'],
  ] as const)('says of an empty view %s why it is empty', (view, title) => {
    render(<PeopleTable rows={[]} view={view} />);
    expect(screen.getByText(title)).toBeTruthy();
  });
});

describe('one of them', () => {
  it.each([
    [{}, ['重置动态口令', '重置密码', '停用']],
    [{ factor: 'to-rebind', factorSince: null }, ['重置密码', '停用']],
    [{ maskedMobile: null }, ['重置动态口令', '停用']],
    [{ isDisabled: true }, ['重置动态口令', '启用']],
    [{ mayChange: false, isMe: true }, []],
  ] as const)('offers what can be done now (%#)', (more, labels) => {
    show(person(more as Partial<StaffPersonView>));
    expect(acts()).toEqual(labels);
  });

  it('asks for a reason before a factor is reset, and says what follows and who is told', async () => {
    const sent = show(person());
    fireEvent.click(screen.getByRole('button', { name: '重置动态口令' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/已登录的设备全部退出/)).toBeTruthy();
    expect(dialog.getByText(/本人会收到短信 138\*{4}0051/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '手机遗失，已核对工作证' } });
    fireEvent.click(dialog.getByRole('button', { name: '重置动态口令' }));
    await waitFor(() => expect(sent).toEqual([{ staffId: 'a', reason: '手机遗失，已核对工作证' }]));
  });

  it('keeps the reason when the proof is too old, and opens the place for a new one beside', async () => {
    const page = '/staff/prove?next=%2Fstaff%2Fpeople%2Fa';
    const explained = explainCommon['prove-again']({ code: 'prove-again', page });
    show(person(), { status: 'refused', explained, keep: { reason: '手机遗失' }, at: 1 });
    fireEvent.click(screen.getByRole('button', { name: '停用' }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '手机遗失' } });
    fireEvent.click(dialog.getByRole('button', { name: '停用' }));
    await waitFor(() => expect(dialog.getByRole('alert')).toBeTruthy());
    const link = dialog.getByRole('link', { name: '验证后回来继续' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([page, '_blank']);
    expect(dialog.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('手机遗失');
  });

  it('whom nobody can write to is to be told otherwise', () => {
    show(person({ factor: 'to-rebind', factorSince: null, maskedMobile: null }));
    expect(screen.getByText('请另行告知本人')).toBeTruthy();
  });
});
