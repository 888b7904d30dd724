import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { PreviewStep } from '@/components/application/preview/preview-step';
import { EnterpriseStep } from '@/components/application/steps/enterprise-step';
import { TalentsStep } from '@/components/application/talents/talents-step';
import type { WizardView } from '@/components/application/wizard/wizard-view';
import { paths } from '@/lib/kernel/paths';
import { standInForDialogs } from '../disbursement/with-router';
import { atAddress, aView, keepingServer } from './a-view';

const before = globalThis.fetch;
beforeAll(() => {
  standInForDialogs();
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  globalThis.fetch = before;
});

async function open(view: WizardView) {
  const server = keepingServer(view);
  globalThis.fetch = server.fetch;
  const { went, Wrapper } = atAddress(paths.edit(view.draft.id, view.step));
  const Step = { enterprise: EnterpriseStep, talents: TalentsStep, preview: PreviewStep }[view.step as 'preview'];
  await act(async () => void render(<Step view={view} />, { wrapper: Wrapper }));
  return { server, went };
}

const leave = async (input: HTMLElement) => act(async () => void fireEvent.blur(input));

describe('a field of the wizard', () => {
  it('says what is wrong after it is left, and not while one types', async () => {
    await open(aView('enterprise'));
    const revenue = screen.getByLabelText(/上年度营业收入/);
    fireEvent.focus(revenue);
    fireEvent.change(revenue, { target: { value: '九千万' } });
    expect(revenue.getAttribute('aria-invalid')).toBeNull();
    await leave(revenue);
    expect(revenue.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/金额应为数字/)).toBeTruthy();
  });

  it('says that it is missing only after it was left empty, or when a link led to it', async () => {
    const view = aView('enterprise', { answers: {} }, { profileFields: [] });
    await open(view);
    expect(screen.queryByText('请填写职工人数。')).toBeNull();
    fireEvent.click(screen.getByRole('link', { name: /职工人数/ }));
    expect(screen.getByText('请填写职工人数。')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('职工人数'));
  });

  it('shows the very text while one types, and its saved form after it is left', async () => {
    const { server } = await open(aView('enterprise'));
    const employees = screen.getByLabelText('职工人数') as HTMLInputElement;
    fireEvent.focus(employees);
    fireEvent.change(employees, { target: { value: ' 200 ' } });
    expect(employees.value).toBe(' 200 ');
    await leave(employees);
    expect(server.sent).toMatchObject([
      { talentId: null, base: 3, changes: [{ fieldId: 'employees', was: '128', value: ' 200 ' }], as: 'user-1' },
    ]);
    expect(employees.value).toBe('200');
    expect(screen.getAllByText('已保存 14:03').length).toBeGreaterThan(0);
  });

  it('that came from the register is text with its source, and no input', async () => {
    await open(aView('enterprise'));
    expect(screen.queryByLabelText('统一社会信用代码')).toBeNull();
    expect(screen.getByText(/来源：企业注册信息，2026年3月2日/)).toBeTruthy();
  });
});

describe('a link out of a step', () => {
  it('is followed after everything typed is saved', async () => {
    const view = aView('enterprise');
    const { server, went } = await open(view);
    fireEvent.change(screen.getByLabelText('职工人数'), { target: { value: '200' } });
    await act(async () => void fireEvent.click(screen.getByRole('link', { name: /下一步/ })));
    expect(server.sent).toHaveLength(1);
    expect(went).toEqual([paths.edit(view.draft.id, 'contact')]);
  });

  it('is not followed while something could not be saved, which is sent as soon as the network is back', async () => {
    const { went, server } = await open(aView('enterprise'));
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    fireEvent.change(screen.getByLabelText('职工人数'), { target: { value: '200' } });
    await act(async () => void fireEvent.click(screen.getByRole('link', { name: /下一步/ })));
    expect(went).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe('未保存：网络断开');
    globalThis.fetch = server.fetch;
    await act(async () => void fireEvent(window, new Event('online')));
    expect(server.sent).toHaveLength(1);
    expect(screen.queryByText(/^未保存/)).toBeNull();
  });
});

describe('the talents', () => {
  it('open beside the list on the field that a link names', async () => {
    await open(aView('talents', {}, { at: 'talent:talent-2:position' }));
    const panel = screen.getByRole('region', { name: '张明远' });
    expect(document.activeElement).toBe(within(panel).getByLabelText('岗位'));
  });

  it('show a saved ID number masked, and keep it when the new one is left empty', async () => {
    const { server } = await open(aView('talents', {}, { at: 'talent:talent-1' }));
    const panel = screen.getByRole('region', { name: '欧阳文静' });
    expect(within(panel).queryByLabelText('证件号码')).toBeNull();
    fireEvent.click(within(panel).getByRole('button', { name: '重新填写证件号码' }));
    const input = within(panel).getByLabelText('证件号码');
    fireEvent.focus(input);
    await leave(input);
    expect(within(panel).getByRole('button', { name: '重新填写证件号码' })).toBeTruthy();
    expect(server.sent).toEqual([]);
  });

  it('tell the cap line by line, the last one being cut first', async () => {
    await open(aView('talents', {}, { grantedFen: 420_000_00 }));
    expect(screen.getByText('超出部分从末位张明远扣减')).toBeTruthy();
    expect(screen.getByText('计入 30,000.00')).toBeTruthy();
    expect(screen.getByText('¥80,000.00')).toBeTruthy();
  });
});

describe('after a return', () => {
  const comments = [
    { id: '1', part: 'talent:talent-1:contractTo', label: '欧阳文静，合同结束日期', text: '与合同不一致。' },
    { id: '2', part: 'attachment:labourContract:talent-2', label: '张明远，劳动合同', text: '第 3 页不清晰。' },
  ];

  it('the clerk lands on the pinned field, with the words beside it and the way to the next', async () => {
    const at = 'talent:talent-1:contractTo';
    const view = aView('talents', { status: 'RETURNED' }, { comments, at, submissionCount: 1 });
    await open(view);
    expect(screen.getAllByText('第 1 处，共 2 处：欧阳文静，合同结束日期').length).toBeGreaterThan(0);
    const panel = screen.getByRole('region', { name: '欧阳文静' });
    expect(within(panel).getAllByText('审核意见：与合同不一致。').length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(within(panel).getByLabelText('合同结束日期'));
    const [next] = screen.getAllByRole('link', { name: '下一处' });
    expect(next?.getAttribute('href')).toContain('/edit/attachments?at=attachment');
  });

  it('the second submission is called so before it is confirmed', async () => {
    await open(aView('preview', { status: 'RETURNED' }, { comments, submissionCount: 1 }));
    expect(screen.getByText(/尚未提交，还差/)).toBeTruthy();
    expect((screen.getByRole('button', { name: '确认提交' }) as HTMLButtonElement).disabled).toBe(true);
  });
});
