import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { aDraft, aSnapshot, FOUR } from '../../unit/application/a-draft';
import { aCaseView } from '../../unit/review/a-case-view';
import { patchBrowser, REFUSED, showDesk, someActs } from './a-desk';

beforeAll(patchBrowser);
afterEach(() => {
  jest.useRealTimers();
  window.history.replaceState(null, '', '/');
});

const strip = () => within(screen.getByRole('navigation', { name: '本案各部分' }));
const name = (index: number) => FOUR[index]?.name ?? '';
const total = () => strip().getByText('目前核定').nextElementSibling?.textContent;

describe('what was looked at', () => {
  it('is what stood on the screen: the part with its first paper, then each paper that is opened', async () => {
    const { acts, press } = await showDesk(aCaseView());
    expect(acts.lookAt).toHaveBeenLastCalledWith(
      expect.objectContaining({ parts: ['section:enterprise', 'attachment:businessLicence'] }),
    );
    await press('2');
    expect(acts.lookAt).toHaveBeenLastCalledWith(expect.objectContaining({ parts: ['attachment:commitmentLetter'] }));
    await press('j');
    expect(acts.lookAt).toHaveBeenLastCalledWith(
      expect.objectContaining({ parts: ['talent:talent-1', 'attachment:idDocument:talent-1'] }),
    );
    const calls = acts.lookAt.mock.calls.length;
    await press('k');
    expect(acts.lookAt).toHaveBeenCalledTimes(calls);
  });

  it('is not recorded for somebody who only reads, and nothing can be decided', async () => {
    const view = aCaseView({
      claim: {
        ...{ mine: false, name: '沈一帆' },
        since: new Date('2026-11-23T06:03:00Z'),
        until: new Date('2026-11-23T06:33:00Z'),
      },
    });
    const { acts, press } = await showDesk(view);
    await press('j');
    await press('s');
    expect(acts.lookAt).not.toHaveBeenCalled();
    expect(acts.decide).not.toHaveBeenCalled();
    expect(screen.getByText('沈一帆正在办理，至 14:33')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /支持/ })).toBeNull();
  });
});

describe('deciding a talent', () => {
  it('by S supports and counts the standard at once; by N asks for the reason first', async () => {
    const { acts, press } = await showDesk(aCaseView());
    await press('j');
    await press('s');
    expect(acts.decide).toHaveBeenCalledWith(expect.objectContaining({ talentId: 'talent-1', supported: true }));
    expect(total()).toBe('¥100,000.00');
    await press('j');
    await press('n');
    expect(acts.decide).toHaveBeenCalledTimes(1);
    const dialog = within(screen.getByRole('dialog', { name: `不予支持 ${name(1)}` }));
    fireEvent.change(dialog.getByRole('textbox', { name: '理由' }), { target: { value: '学位未认证。' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '不予支持' })));
    expect(acts.decide).toHaveBeenLastCalledWith(
      expect.objectContaining({ talentId: 'talent-2', supported: false, reason: '学位未认证。' }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(total()).toBe('¥100,000.00');
  });

  it('that is refused is shown as it was before', async () => {
    const acts = someActs();
    acts.decide.mockResolvedValue(REFUSED('somebody-was-faster', '情况已更新'));
    const { press } = await showDesk(aCaseView(), acts);
    await press('j');
    await press('s');
    expect(total()).toBe('¥0.00');
    expect(screen.getByRole('status').textContent).toContain('情况已更新');
  });

  it('says how the yearly cap cuts the last of them', async () => {
    const view = aCaseView();
    const { press } = await showDesk({ ...view, award: { ...view.award, usedFen: 390_000_00 } });
    for (let index = 0; index < 4; index += 1) {
      await press('j');
      await press('s');
    }
    expect(total()).toBe('¥110,000.00');
    expect(strip().getByText(`超出部分从末位${name(3)}扣减`)).toBeTruthy();
  });
});

describe('ending the case', () => {
  it('waits until all is looked at and decided, and says what is missing', async () => {
    const { press } = await showDesk(aCaseView());
    await press('j');
    expect(screen.getByRole('button', { name: /处未看，4 人未定，暂不能结案/ })).toBeTruthy();
    for (const label of ['退回', '不予支持', '通过，送复审']) {
      expect(screen.getAllByRole<HTMLButtonElement>('button', { name: label }).at(-1)?.disabled).toBe(true);
    }
  });

  it('asks once more with number and amount, passes it once, and reads the case anew', async () => {
    const view = aCaseView();
    const decisions = Object.fromEntries(
      view.snapshot.talents.map(({ id }) => [id, { supported: true, reason: null, stage: 'FIRST' as const }]),
    );
    const { acts, refresh } = await showDesk({ ...view, looked: view.parts, decisions });
    fireEvent.click(screen.getByRole('button', { name: '通过，送复审' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/RC20260005038/)).toBeTruthy();
    expect(dialog.getByText('¥180,000.00')).toBeTruthy();
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '通过，送复审' })));
    expect(acts.pass).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('stays open with the reason typed when it is refused', async () => {
    const view = aCaseView();
    const acts = someActs();
    acts.proposeRejection.mockResolvedValue(REFUSED('parts-not-looked-at', '还有内容没有看'));
    await showDesk({ ...view, looked: view.parts }, acts);
    fireEvent.click(screen.getAllByRole('button', { name: '不予支持' }).at(-1) ?? document.body);
    const dialog = within(screen.getByRole('dialog'));
    const box = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: '理由' });
    fireEvent.change(box, { target: { value: '企业不在受理范围。' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '建议不予支持' })));
    expect(dialog.getByRole('alert').textContent).toContain('还有内容没有看');
    expect(box.value).toBe('企业不在受理范围。');
  });
});

describe('the claim', () => {
  it('is renewed every minute; when it is gone the page says so and takes nothing more', async () => {
    jest.useFakeTimers();
    const acts = someActs();
    acts.renew.mockResolvedValueOnce({ ok: true, value: { until: new Date('2026-11-23T06:40:00Z') } });
    acts.renew.mockResolvedValue(REFUSED('not-your-claim', '本案不由您办理'));
    const { press } = await showDesk(aCaseView(), acts);
    expect(screen.getByText(/至 14:33，自动续期/)).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/至 14:40，自动续期/)).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByRole('alert').textContent).toContain('本案不由您办理');
    expect(screen.getByRole('button', { name: '重新领取' })).toBeTruthy();
    await press('j');
    await press('s');
    expect(acts.decide).not.toHaveBeenCalled();
    await act(() => jest.advanceTimersByTimeAsync(300_000));
    expect(acts.renew).toHaveBeenCalledTimes(2);
  });

  it('is not given up because one sign of life did not get through', async () => {
    jest.useFakeTimers();
    const acts = someActs();
    acts.renew.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await showDesk(aCaseView(), acts);
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(screen.getByText(/网络断开，未能续期/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /支持/, pressed: false })).toHaveLength(2);
  });
});

describe('comments', () => {
  it('are pinned to what is on the screen and can be taken back until they are sent', async () => {
    const acts = someActs();
    acts.comment.mockResolvedValue({ ok: true, value: { id: 'c1' } });
    const { press } = await showDesk(aCaseView(), acts);
    await press('j');
    await press('c');
    const dialog = within(screen.getByRole('dialog', { name: '写意见' }));
    fireEvent.change(dialog.getByRole('textbox', { name: '意见' }), { target: { value: '请上传反面。' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '记下意见' })));
    expect(acts.comment).toHaveBeenCalledWith(
      expect.objectContaining({ target: 'attachment:idDocument:talent-1', text: '请上传反面。' }),
    );
    expect(screen.getByText('请上传反面。')).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '收回这条意见' })));
    expect(screen.queryByText('请上传反面。')).toBeNull();
  });

  it('of the submission before show whether their place was changed since', async () => {
    const snapshot = { ...aSnapshot(), number: 2 };
    const comment = {
      text: '合同期不足。',
      stage: 'FIRST' as const,
      submission: 1,
      at: new Date('2026-11-05T02:00:00Z'),
    };
    const both = { ...comment, region: null, sent: true, mine: false };
    const changes = [
      {
        ...{ part: 'talent:talent-1:contractTo', talentId: 'talent-1', label: `${name(0)}，合同结束日期` },
        ...{ kind: 'changed' as const, before: '2028年7月31日', after: '2028年8月31日' },
      },
    ];
    const comments = [
      { ...both, id: 'a', target: 'talent:talent-1:contractTo' },
      { ...both, id: 'b', target: 'talent:talent-1:annualPay', text: '请补充依据。' },
    ];
    const { press } = await showDesk(aCaseView({ snapshot, changes, comments }));
    await press('j');
    expect(screen.getByText('此处已改')).toBeTruthy();
    expect(screen.getByText('此处未改')).toBeTruthy();
    expect(screen.getByText('与第 1 次提交相比，变了 1 处')).toBeTruthy();
    expect(screen.getByText('2028年7月31日').tagName).toBe('DEL');
  });
});

describe('keys', () => {
  it('rest while something is typed and while a modifier is held', async () => {
    const { acts, press } = await showDesk(aCaseView());
    await press('j');
    await act(async () => void fireEvent.keyDown(document.body, { key: 's', ctrlKey: true }));
    await press('c');
    fireEvent.keyDown(screen.getByRole('textbox', { name: '意见' }), { key: 's' });
    expect(acts.decide).not.toHaveBeenCalled();
  });
});

describe('a masked value', () => {
  it('is shown whole when asked for, and masked again when the part is left', async () => {
    const acts = someActs();
    acts.reveal.mockResolvedValue({ ok: true, value: { clear: '320599199001011234' } });
    const { press } = await showDesk(aCaseView({ snapshot: aSnapshot(aDraft()) }), acts);
    await press('j');
    await press('j');
    const [first] = screen.getAllByRole('button', { name: '显示全部' });
    await act(async () => void fireEvent.click(first ?? document.body));
    expect(acts.reveal).toHaveBeenCalledWith(expect.objectContaining({ talentId: 'talent-2', fieldId: 'idNumber' }));
    expect(screen.getByText('320599199001011234')).toBeTruthy();
    await press('k');
    await press('j');
    expect(screen.queryByText('320599199001011234')).toBeNull();
  });
});

describe('a stage that was ended', () => {
  const ended = { claim: null, claimBar: 'other-role', endedByMe: true } as const;

  it('is told to whoever ended it when the case is drawn anew, and not that it is no business of theirs', async () => {
    await showDesk(aCaseView({ ...ended, mayClaim: false }));
    expect(screen.getByText('本案已办结本环节。')).toBeTruthy();
    expect(screen.queryByText(/不在您办理的环节/)).toBeNull();
  });

  it('leaves the word to the next one where the same person may take that', async () => {
    await showDesk(aCaseView({ ...ended, claimBar: null, mayClaim: true }));
    expect(screen.getByText('领取后才能办理。')).toBeTruthy();
  });
});
