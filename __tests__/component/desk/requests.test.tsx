import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { ChangeForm } from '@/components/change/change-form';
import { RequestActs } from '@/components/desk/request-acts';
import { ResetForm } from '@/components/change/reset-form';
import type { DeskRequest } from '@/lib/desk/queries';
import type { ChangeView } from '@/lib/enterprise/change-queries';
import type { ActionState } from '@/lib/runtime/action-state';
import { countingRouter, standInForDialogs } from '../disbursement/with-router';

beforeAll(standInForDialogs);
jest.setTimeout(120_000);

const view = (more: Partial<ChangeView> = {}): ChangeView => ({
  id: '0192f0c0-0000-7000-8000-00000000000a',
  kind: 'ENTERPRISE_INFO',
  status: 'DRAFT',
  number: null,
  submittedAt: null,
  decidedAt: null,
  answer: null,
  createdAt: new Date(0),
  answers: { name: '苏州新名有限公司' },
  before: {},
  sealed: {},
  registered: { name: '苏州旧名有限公司', telephone: '' },
  papers: [],
  missing: [],
  mayEdit: true,
  mayWithdraw: true,
  history: [],
  ...more,
});

const refusedWith = (fields: Record<string, string>, keep: Record<string, string>): ActionState => ({
  status: 'refused',
  keep,
  at: 1,
  explained: { title: '尚未提交', why: '还差几项。', next: [], fields },
});

function show(more: Partial<ChangeView>, answer: ActionState) {
  const { Wrapper } = countingRouter();
  const sent: FormData[] = [];
  const save = async (_before: ActionState, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<ChangeForm view={view(more)} save={save} />, { wrapper: Wrapper });
  return sent;
}

describe('the form of a request', () => {
  it('shows what is registered beside every field, and keeps what was typed after a refusal', async () => {
    show({}, refusedWith({ postcode: '邮政编码为 6 位数字，请核对。' }, { postcode: '21', name: '苏州又新有限公司' }));
    expect(screen.getByText('现登记：苏州旧名有限公司')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '提交企业信息变更' }));
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy(), { timeout: 10_000 });
    const link = within(screen.getByRole('alert')).getByRole('link', { name: '邮政编码为 6 位数字，请核对。' });
    expect(link.getAttribute('href')).toBe('#postcode');
    expect(screen.getByLabelText<HTMLInputElement>('企业名称').value).toBe('苏州又新有限公司');
    expect(screen.getByLabelText('邮政编码').getAttribute('aria-invalid')).toBe('true');
  });

  it('never fills a sealed value in, only its mask', () => {
    show(
      {
        kind: 'ADMINISTRATOR',
        answers: { administratorName: '顾新来' },
        sealed: { administratorMobile: { masked: '138****0002', ok: true } },
      },
      { status: 'idle' },
    );
    expect(screen.getByLabelText<HTMLInputElement>('手机号码').value).toBe('');
    expect(screen.getByText('已填 138****0002，修改请重填')).toBeTruthy();
  });

  it('names the paper that is missing at its place', async () => {
    show({}, refusedWith({ 'business-licence': '请上传最新营业执照。' }, {}));
    fireEvent.click(screen.getByRole('button', { name: '提交企业信息变更' }));
    await waitFor(() => expect(screen.getAllByText('请上传最新营业执照。')).toHaveLength(2));
  });
});

const request = (more: Partial<DeskRequest>): DeskRequest =>
  ({
    id: 'a',
    number: 'BG20260000011',
    kind: 'ADMINISTRATOR',
    status: 'IN_CHECK',
    enterpriseName: '苏州旧名有限公司',
    taken: { by: '顾明', mine: true },
    ...more,
  }) as DeskRequest;
const never = () => Promise.reject(new Error('not expected'));
const acts = {
  ...{ take: never, grant: never, refuse: never, giveBack: never },
  ...{ confirm: never, refuseProposed: never, recheck: never },
};
const proposedBy = (mine: boolean) => ({ callees: [], record: null, proposed: { by: '顾明', mine } });

describe('the acts on a request', () => {
  it.each([
    [{ status: 'RECEIVED', taken: null }, ['开始核对']],
    [{ taken: { by: '同事', mine: false } }, ['接手核对']],
    [{}, ['退回补正', '不同意', '同意变更']],
    [{ kind: 'PASSWORD_RESET' }, ['不同意']],
    [{ kind: 'PASSWORD_RESET', status: 'PROPOSED', reset: proposedBy(true) }, ['撤回提请']],
    [{ kind: 'PASSWORD_RESET', status: 'PROPOSED', reset: proposedBy(false) }, ['退回重新核实', '不同意', '复核通过']],
    [{ status: 'GRANTED' }, []],
  ] as const)('are those that the state and the holder allow (%#)', (more, labels) => {
    render(<RequestActs view={request(more as Partial<DeskRequest>)} acts={acts} />);
    expect(screen.queryAllByRole('button').map((one) => one.textContent)).toEqual(labels);
  });

  it('a grant says before the click what follows from it', () => {
    render(<RequestActs view={request({})} acts={acts} />);
    fireEvent.click(screen.getByRole('button', { name: '同意变更' }));
    expect(within(screen.getByRole('dialog')).getByText(/原管理员立即退出登录/)).toBeTruthy();
  });
});

describe('密码重置请求', () => {
  it('answers without saying whether anything was found', async () => {
    const action = async (): Promise<ActionState> => ({ status: 'done', message: null, at: 1 });
    render(<ResetForm action={action} codeId="0192f0c0-0000-7000-8000-00000000000b" />);
    fireEvent.click(screen.getByRole('button', { name: '提交重置请求' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/所填信息与登记一致的/));
  });
});
