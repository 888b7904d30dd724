import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { ObjectForm } from '@/components/objection/object-form';
import { ObjectionActs, type ObjectionActions } from '@/components/objection/objection-acts';
import type { DeskObjection } from '@/lib/objection/rules/desk-view';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { countingRouter, standInForDialogs } from '../disbursement/with-router';
import { WorkWorld } from '../sign-in/work-world';

beforeAll(standInForDialogs);
jest.setTimeout(120_000);

let world: WorkWorld;
beforeEach(() => {
  world = new WorkWorld();
  world.install();
});
afterEach(() => world.remove());

const LINE = { enterpriseName: '示例公司', categoryLabel: '博士', amountFen: 50_000_00 };
const lines = [
  { ...LINE, place: 1, shownName: '李**', isWithdrawn: false },
  { ...LINE, place: 2, shownName: '', isWithdrawn: true },
];

function showForm() {
  const sent: FormData[] = [];
  const action = async (_: ActionState, form: FormData): Promise<ActionState> => {
    sent.push(form);
    const keep = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const fields = { facts: '请写明事实和理由，至少 20 个字。' };
    return { status: 'refused', keep, at: sent.length, explained: { title: '尚未提交', why: '', next: [], fields } };
  };
  const notice = { number: 'GS2026001', lines };
  const ids = { ticket: '0192d3a4-0000-7000-8000-000000000001', codeId: '0192d3a4-0000-7000-8000-000000000002' };
  render(<ObjectForm action={action} notice={notice} place="" {...ids} />);
  return sent;
}

describe('the form for an objection', () => {
  it('offers the lines that stand and the whole list, and keeps what was typed when something is missing', async () => {
    const sent = showForm();
    const options = within(screen.getByLabelText('对哪一项有异议')).getAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['请选择', '第 1 项　示例公司　李**', '整份名单']);
    fireEvent.change(screen.getByLabelText('对哪一项有异议'), { target: { value: '1' } });
    fireEvent.change(screen.getByLabelText(/事实和理由/), { target: { value: '太短' } });
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '郑明义' } });
    fireEvent.click(screen.getByRole('button', { name: '提交异议' }));
    await waitFor(() => expect(screen.getAllByText(/至少 20 个字/).length).toBeGreaterThan(0), { timeout: 10_000 });
    expect(sent[0]?.get('ticket')).toBe('0192d3a4-0000-7000-8000-000000000001');
    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('郑明义');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/事实和理由/).value).toBe('太短');
    expect(screen.getByLabelText<HTMLSelectElement>('对哪一项有异议').value).toBe('1');
  });

  it('says at once that a hint without a name is not answered, and asks for no name then', () => {
    showForm();
    fireEvent.click(screen.getByLabelText(/不署名/));
    expect(screen.getByText('匿名反映不作为异议受理')).toBeTruthy();
    expect(screen.queryByLabelText('姓名')).toBeNull();
    expect(screen.getByRole('button', { name: '提交线索' })).toBeTruthy();
  });
});

describe('what the desk offers', () => {
  const view = (more: Partial<DeskObjection>) =>
    ({
      id: 'x',
      number: 'YY20260000011',
      status: 'RECEIVED',
      isWholeList: false,
      subjects: [],
      ...more,
    }) as DeskObjection;
  const stay = async () => IDLE;
  const acts = new Proxy({}, { get: () => stay }) as ObjectionActions;
  const buttons = (more: Partial<DeskObjection>) => {
    const { Wrapper } = countingRouter();
    const { unmount } = render(<ObjectionActs view={view(more)} acts={acts} />, { wrapper: Wrapper });
    const names = screen.queryAllByRole('button').map(({ textContent }) => textContent);
    unmount();
    return names;
  };

  it('is accepting to who handles, deciding to somebody else, and nothing once it is closed', () => {
    expect(buttons({ mayHandle: true, mayDecide: false })).toEqual(['不予受理', '受理']);
    expect(buttons({ mayHandle: false, mayDecide: true })).toEqual([]);
    expect(buttons({ status: 'HANDLING', mayHandle: true, mayDecide: false })).toEqual([]);
    expect(buttons({ status: 'HANDLING', mayHandle: false, mayDecide: true })).toEqual(['异议不成立', '异议成立']);
    expect(buttons({ status: 'UPHELD', mayHandle: true, mayDecide: true })).toEqual([]);
  });
});
