import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { PhoneList } from '@/components/desk/phone-list';
import { ResetCheckForm } from '@/components/desk/reset-check-form';
import { ResetPane, ResetPhones } from '@/components/desk/reset-pane';
import type { DeskRequest } from '@/lib/desk/queries';
import type { ResetView } from '@/lib/desk/reset-queries';
import type { ActionState } from '@/lib/runtime/action-state';
import { standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);
jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T02:30:00Z');
const SUBMITTED = new Date('2026-11-23T01:00:00Z');
const callees: ResetView['callees'] = [
  { key: 'telephone', who: '单位登记电话', number: '0512-66680000', isMasked: false, since: new Date(0) },
  { key: 'administrator', who: '顾旧人（企业管理员）', number: '138****0001', isMasked: true, since: SUBMITTED },
];
const never = () => Promise.reject(new Error('not expected'));

function show(answer: ActionState) {
  const sent: FormData[] = [];
  const propose = async (_before: ActionState, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<ResetCheckForm requestId="a" callees={callees} submittedAt={SUBMITTED} now={NOW} propose={propose} />);
  return sent;
}

describe('核实记录', () => {
  it('asks whom, when, who answered and what, with the times between which a call counts', () => {
    show({ status: 'idle' });
    expect(
      within(screen.getByLabelText('回拨了哪个电话'))
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['请选择', '单位登记电话　0512-66680000', '顾旧人（企业管理员）　138****0001']);
    const when = screen.getByLabelText<HTMLInputElement>('通话时间');
    expect([when.type, when.min, when.max]).toEqual(['datetime-local', '2026-11-23T09:00', '2026-11-23T10:30']);
    expect(screen.getAllByRole('checkbox')).toHaveLength(5);
    expect(screen.getByText(/您不能复核自己核实的请求/)).toBeTruthy();
  });

  it('keeps what was chosen, typed and ticked after a refusal, and links to each place', async () => {
    const fields = { calledAt: '请填写收到请求之后的通话时间，不晚于现在。' };
    const sent = show({
      ...{
        status: 'refused',
        at: 1,
        keep: { callee: 'administrator', calledAt: '2026-11-23T10:05', spokenTo: '顾旧人' },
      },
      explained: { title: '尚未提请', why: '通话时间不对。', next: [], fields },
    });
    fireEvent.change(screen.getByLabelText('回拨了哪个电话'), { target: { value: 'administrator' } });
    fireEvent.change(screen.getByLabelText('通话时间'), { target: { value: '2026-11-23T10:05' } });
    fireEvent.change(screen.getByLabelText('接听人姓名'), { target: { value: '顾旧人' } });
    fireEvent.click(screen.getByLabelText('重置是本单位提出的'));
    fireEvent.click(screen.getByLabelText('法定代表人姓名'));
    fireEvent.click(screen.getByRole('button', { name: '提请复核' }));
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy(), { timeout: 10_000 });
    expect(sent[0]?.getAll('asked[]')).toEqual(['asked-for-it', 'representative']);
    expect(within(screen.getByRole('alert')).getByRole('link').getAttribute('href')).toBe('#calledAt');
    expect(screen.getByLabelText<HTMLSelectElement>('回拨了哪个电话').value).toBe('administrator');
    expect(screen.getByLabelText<HTMLInputElement>('接听人姓名').value).toBe('顾旧人');
    const ticked = screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked);
    expect(ticked.map(({ value }) => value)).toEqual(['asked-for-it', 'representative']);
  });
});

describe('登记的电话', () => {
  it('shows a masked number on demand, and marks the one that is on record only lately', async () => {
    const asked: object[] = [];
    const reveal = async (given: object) => {
      asked.push(given);
      return { ok: true as const, value: { clear: '13800000001' } };
    };
    render(<PhoneList requestId="a" callees={callees} now={NOW} reveal={reveal} />);
    const items = screen.getAllByRole('row').slice(1);
    expect(items.map((item) => item.textContent?.includes('近期登记'))).toEqual([false, true]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '显示号码：顾旧人（企业管理员）' }));
    await waitFor(() => expect(screen.getByText(/13800000001/)).toBeTruthy());
    expect(asked).toEqual([{ id: 'a', callee: 'administrator' }]);
    fireEvent.click(screen.getByRole('button', { name: '隐藏：顾旧人（企业管理员）' }));
    expect(screen.queryByText(/13800000001/)).toBeNull();
  });
});

describe('beside a password reset', () => {
  const record = {
    ...{ by: '顾明', at: NOW, calleeName: '单位登记电话', maskedNumber: '0512-66680000', calledAt: SUBMITTED },
    ...{ spokenTo: '前台王女士', asked: ['重置是本单位提出的', '法定代表人姓名'], note: null },
  };
  const reset: ResetView = { callees, record: null, proposed: null };
  const pane = (more: Partial<DeskRequest>, given: Partial<ResetView> = {}) => {
    const view = {
      id: 'a',
      kind: 'PASSWORD_RESET',
      status: 'IN_CHECK',
      submittedAt: SUBMITTED,
      ...more,
    } as DeskRequest;
    const shared = { view, reset: { ...reset, ...given }, now: NOW };
    render(
      <>
        <ResetPhones {...shared} reveal={never} />
        <ResetPane {...shared} propose={never} />
      </>,
    );
  };
  const has = (name: string) => screen.queryByRole('button', { name }) !== null;

  it('stands the form for who checks it, only the numbers for a colleague', () => {
    pane({ taken: { by: '顾明', mine: true } });
    expect([has('提请复核'), has('显示号码：顾旧人（企业管理员）')]).toEqual([true, true]);
  });

  it('lets nobody call who does not check it', () => {
    pane({ taken: { by: '顾明', mine: false } });
    expect([has('提请复核'), has('显示号码：顾旧人（企业管理员）')]).toEqual([false, false]);
    expect(screen.getByText('密码重置由两人办理')).toBeTruthy();
  });

  it('shows the record to who confirms it, who may call as well', () => {
    pane({ status: 'PROPOSED' }, { record, proposed: { by: '顾明', mine: false } });
    expect(screen.getByText('前台王女士')).toBeTruthy();
    expect(screen.getByText('重置是本单位提出的；法定代表人姓名')).toBeTruthy();
    expect([has('提请复核'), has('显示号码：顾旧人（企业管理员）')]).toEqual([false, true]);
  });

  it('keeps the record that was not enough above the new form', () => {
    pane({ taken: { by: '顾明', mine: true } }, { record });
    expect(screen.getByText('上一次的核实记录')).toBeTruthy();
    expect(has('提请复核')).toBe(true);
  });

  it('says of a granted one how it was checked, and no numbers any more', () => {
    pane({ status: 'GRANTED' }, { record, proposed: { by: '顾明', mine: false } });
    expect(screen.getByText('前台王女士')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
