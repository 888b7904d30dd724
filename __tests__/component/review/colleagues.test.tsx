import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { aCaseView } from '../../unit/review/a-case-view';
import { patchBrowser, showDesk, someActs } from './a-desk';

beforeAll(patchBrowser);
afterEach(() => {
  jest.useRealTimers();
  window.history.replaceState(null, '', '/');
});

describe('colleagues', () => {
  const colleagues = [
    { id: '0198c000-0000-7000-8000-00000000000a', name: '陆晓', stages: ['FIRST' as const] },
    { id: '0198c000-0000-7000-8000-00000000000b', name: '沈一帆', stages: ['FINAL' as const] },
  ];
  const asked = {
    ...{ id: 'o1', stage: 'FIRST' as const, by: '林知远', of: '陆晓', question: '能否认定？' },
    ...{ status: 'ASKED' as const, verdict: null, answer: null, endedAt: null },
    askedAt: new Date('2026-11-23T06:05:00Z'),
  };

  it('of the same stage are given the case with the reason; any reviewer is asked', async () => {
    const acts = someActs();
    acts.handOver.mockResolvedValue({ ok: true, value: { name: '陆晓' } });
    const { refresh } = await showDesk(aCaseView({ colleagues }), acts);
    fireEvent.click(screen.getByRole('button', { name: '转交' }));
    const dialog = within(screen.getByRole('dialog', { name: '转交本案' }));
    const to = dialog.getByRole('combobox', { name: '转交给' });
    expect(within(to).queryByRole('option', { name: '沈一帆' })).toBeNull();
    fireEvent.change(to, { target: { value: colleagues[0]?.id } });
    fireEvent.change(dialog.getByRole('textbox', { name: '原因' }), { target: { value: '出差一周' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '转交' })));
    expect(acts.handOver).toHaveBeenCalledWith(
      expect.objectContaining({ toId: colleagues[0]?.id, reason: '出差一周' }),
    );
    expect(refresh).toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '加签' }));
    const ask = within(screen.getByRole('dialog', { name: /加签/ }));
    expect(ask.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['请选择同事', '陆晓', '沈一帆']);
  });

  it('who have not answered are shown in the bar, and keep nobody from deciding', async () => {
    const view = aCaseView({ opinions: [{ ...asked, isForMe: false, mayWithdraw: true }] });
    const decisions = Object.fromEntries(
      view.snapshot.talents.map(({ id }) => [id, { supported: true, reason: null, stage: 'FIRST' as const }]),
    );
    await showDesk({ ...view, looked: view.parts, decisions });
    expect(screen.getByRole('button', { name: /加签 1，1 件未答复/ })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '通过，送复审' }).disabled).toBe(false);
  });

  it('who are asked answer from the case, which they do not hold', async () => {
    const acts = someActs();
    const opinions = [{ ...asked, isForMe: true, mayWithdraw: false }];
    await showDesk(aCaseView({ claim: null, mayClaim: true, opinions }), acts);
    expect(screen.getByText('林知远请您提意见：')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '答复加签' }));
    const dialog = within(screen.getByRole('dialog', { name: '林知远请您提意见' }));
    fireEvent.click(dialog.getByRole('radio', { name: '不同意' }));
    fireEvent.change(dialog.getByRole('textbox', { name: '说明' }), { target: { value: '缺署名页。' } });
    await act(async () => void fireEvent.click(dialog.getByRole('button', { name: '答复' })));
    expect(acts.answerOpinion).toHaveBeenCalledWith({ opinionId: 'o1', verdict: 'DISAGREE', answer: '缺署名页。' });
  });

  it('who take the case while one reads it are seen within half a minute, and only while the page is in view', async () => {
    jest.useFakeTimers();
    const acts = someActs();
    const holder = {
      ...{ mine: false, name: '陆晓' },
      since: new Date('2026-11-23T06:04:00Z'),
      until: new Date('2026-11-23T06:34:00Z'),
    };
    acts.watch.mockResolvedValue({ ok: true, value: { holder, stamp: '1.0.0' } });
    const claim = { mine: false, name: '陆晓', since: holder.since, until: new Date('2026-11-23T06:33:00Z') };
    const { refresh } = await showDesk(aCaseView({ claim }), acts);
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(screen.getByText('陆晓正在办理，至 14:34')).toBeTruthy();
    expect(refresh).not.toHaveBeenCalled();
    acts.watch.mockResolvedValue({ ok: true, value: { holder: null, stamp: '2.0.0' } });
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(refresh).toHaveBeenCalledTimes(1);
    const calls = acts.watch.mock.calls.length;
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(acts.watch).toHaveBeenCalledTimes(calls);
    expect(acts.renew).not.toHaveBeenCalled();
    hidden.mockRestore();
  });
});
