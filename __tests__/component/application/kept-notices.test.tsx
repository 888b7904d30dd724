import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { createDraftSession, type DraftSession } from '@/components/application/draft/draft-session';
import type { Failure, SendAnswer, Transport } from '@/components/application/draft/draft-state';
import { FormField } from '@/components/application/fields/form-field';
import { KeptNotices } from '@/components/application/wizard/kept-notices';
import { TroubleBar } from '@/components/application/wizard/trouble-bar';
import { SaveWords } from '@/components/application/wizard/save-words';
import { WizardContext } from '@/components/application/wizard/wizard-context';
import type { WizardView } from '@/components/application/wizard/wizard-view';
import { paths } from '@/lib/kernel/paths';
import { fieldById } from '@/lib/programme/rules/fields';
import { standInForDialogs } from '../disbursement/with-router';
import { atAddress, aView } from './a-view';

beforeAll(standInForDialogs);

const EMPLOYEES = { talentId: null, fieldId: 'employees' };
const ID_NUMBER = { talentId: 'talent-1', fieldId: 'idNumber' };
const failure = (why: Failure['why'], says: string) => ({ ok: false, failure: { kind: 'failed', why, says } }) as const;

/** A way to the server that answers as the test says, and works through only what it is told to. */
function aSession(view: WizardView) {
  const answers: SendAnswer[] = [];
  let loaded = view.draft;
  const transport: Transport = {
    send: async () => answers.shift() ?? failure('network', '网络断开'),
    load: async () => ({ ok: true, draft: loaded }),
  };
  const session = createDraftSession({
    draft: view.draft,
    transport,
    later: () => () => {},
    window: 'w',
    now: () => 0,
  });
  return { session, answers, loads: (draft: typeof loaded) => (loaded = draft) };
}

function Screen({ view, session }: { view: WizardView; session: DraftSession }) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const field = fieldById(view.config, 'employees');
  const number = fieldById(view.config, 'idNumber');
  const value = {
    ...{ view, session, state, draft: state.draft, obstacles: [], complaints: new Map(), target: null },
    land() {},
    async leaveTo() {},
  };
  return (
    <WizardContext value={value}>
      <TroubleBar />
      <KeptNotices />
      {field && <FormField field={field} talentId={null} sealed={null} />}
      {number && (
        <FormField field={number} talentId="talent-1" sealed={state.draft.talents[0]?.sealed.idNumber ?? null} />
      )}
      <SaveWords />
    </WizardContext>
  );
}

async function open(view = aView('enterprise')) {
  const given = aSession(view);
  const { Wrapper } = atAddress(paths.edit(view.draft.id, view.step));
  await act(async () => void render(<Screen view={view} session={given.session} />, { wrapper: Wrapper }));
  return { view, ...given };
}
const saved = (view: WizardView, more: object = {}) => {
  const { answers } = view.draft;
  return {
    ok: true,
    value: { revision: 4, savedAt: '2026-11-23T06:03:00.000Z', conflicts: [], answers, talent: null, ...more },
  } as const;
};

describe('a save that fails', () => {
  it('stays in view with its cause and what waits, and is spoken once however often it is tried again', async () => {
    const { session } = await open();
    await act(async () => session.change(EMPLOYEES, '200'));
    await act(() => session.flush());
    const spoken = screen.getByRole('alert');
    expect(spoken.textContent).toBe('未保存：网络断开');
    expect(screen.getByText(/1 处修改等待保存/)).toBeTruthy();
    expect(screen.getByText('未保存')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '立即重试' })));
    expect(screen.getByRole('alert')).toBe(spoken);
    expect(spoken.textContent).toBe('未保存：网络断开');
  });

  it('goes away with the first one that gets through', async () => {
    const { session, answers, view } = await open();
    await act(async () => session.change(EMPLOYEES, '200'));
    await act(() => session.flush());
    answers.push(saved(view));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '立即重试' })));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('已保存 14:03')).toBeTruthy();
  });

  it('for want of a session leads to the sign-in in another window, as the very person', async () => {
    const { session, answers, view } = await open();
    answers.push(failure('signed-out', '登录已过期'));
    await act(async () => session.change(EMPLOYEES, '200'));
    await act(() => session.flush());
    const link = screen.getByRole('link', { name: '重新登录' });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('href')).toBe(paths.login(paths.application(view.draft.id)));
    answers.push(failure('somebody-else', '当前登录的是王芳'));
    await act(() => session.retry());
    expect(screen.getByText(/这些内容只属于 super/)).toBeTruthy();
    expect(session.getState().pending.size).toBe(1);
  });

  it('is told apart from the server’s refusal, which is not tried again by itself', async () => {
    const { session, answers } = await open();
    answers.push(failure('refused', '本申请目前是“已提交”。'));
    await act(async () => session.change(EMPLOYEES, '200'));
    await act(() => session.flush());
    expect(screen.getByRole('alert').textContent).toBe('未保存：本申请目前是“已提交”。');
    expect(session.getState().trouble?.retryAt).toBeNull();
  });
});

describe('what came back out of this computer’s copy', () => {
  it('is counted, leads to its fields, and goes back to what stood there after one has confirmed', async () => {
    const { session, view } = await open();
    await act(async () => void session.restore([{ ...EMPLOYEES, was: '128', value: '200' }]));
    expect(screen.getByText('已恢复 1 处未保存的内容')).toBeTruthy();
    const link = screen.getByRole('link', { name: /职工人数/ });
    expect(link.getAttribute('href')).toBe(paths.edit(view.draft.id, 'enterprise', 'field:employees'));
    fireEvent.click(screen.getByRole('button', { name: '放弃这些内容' }));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '放弃' })));
    expect(session.getState().restored).toEqual([]);
    expect((screen.getByLabelText('职工人数') as HTMLInputElement).value).toBe('128');
  });
});

describe('a field that somebody else changed meanwhile', () => {
  const by = { name: '王芳', at: '2026-11-23T05:50:00.000Z' };

  it('shows both values by name, and takes the one that is chosen', async () => {
    const { session, answers, view } = await open();
    const conflicts = [{ fieldId: 'employees', mine: '300', theirs: '200', by }];
    answers.push(saved(view, { conflicts, answers: { ...view.draft.answers, employees: '200' } }));
    await act(async () => session.change(EMPLOYEES, '300'));
    await act(() => session.flush());
    const notice = screen.getByRole('alert');
    expect(notice.textContent).toContain('您填的');
    expect(notice.textContent).toContain('已保存的（同事 王芳，13:50）');
    answers.push(saved(view, { revision: 5, answers: { ...view.draft.answers, employees: '300' } }));
    await act(async () => void fireEvent.click(within(notice).getByRole('button', { name: '职工人数：用您填的' })));
    expect((screen.getByLabelText('职工人数') as HTMLInputElement).value).toBe('300');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the saved number masked where it is sealed', async () => {
    const { session, answers, view } = await open();
    const [talent] = view.draft.talents;
    const conflicts = [{ fieldId: 'idNumber', mine: '320500199001011234', theirs: '320***********9999' }];
    const sealed = { idNumber: { masked: '320***********9999', ok: true } };
    answers.push(saved(view, { conflicts, talent: { ...talent, sealed } }));
    await act(async () => session.change(ID_NUMBER, '320500199001011234'));
    await act(() => session.flush());
    expect(screen.getByRole('alert').textContent).toContain('320***********9999');
  });

  it('does not take what one goes on typing for a choice', async () => {
    const { session, answers, view } = await open();
    const conflicts = [{ fieldId: 'employees', mine: '300', theirs: '200', by }];
    answers.push(saved(view, { conflicts, answers: { ...view.draft.answers, employees: '200' } }));
    await act(async () => session.change(EMPLOYEES, '300'));
    await act(() => session.flush());
    await act(async () => session.change(EMPLOYEES, '3001'));
    expect(session.getState().pending.size).toBe(0);
    expect(session.getState().conflicts).toMatchObject([{ mine: '3001', theirs: '200' }]);
    expect((screen.getByLabelText('职工人数') as HTMLInputElement).value).toBe('3001');
  });
});

describe('a talent whom somebody else removed', () => {
  it('is said, with what had been typed, which is taken up again where the talent comes back', async () => {
    const { session, view, loads } = await open();
    await act(async () => session.change({ talentId: 'talent-1', fieldId: 'position' }, '数据工程师'));
    loads({ ...view.draft, revision: 4, talents: view.draft.talents.slice(1) });
    await act(() => session.refresh());
    const notice = screen.getByRole('alert');
    expect(notice.textContent).toContain('欧阳文静已在别处移除');
    expect(notice.textContent).toContain('数据工程师');
    loads({ ...view.draft, revision: 5 });
    await act(() => session.refresh());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(session.getState().pending.get('talent-1/position')?.value).toBe('数据工程师');
  });
});
