import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { switchKeys } from '@/components/review/key-switch';
import { aCaseView } from '../../unit/review/a-case-view';
import { patchBrowser, showDesk, someActs } from './a-desk';

beforeAll(patchBrowser);
afterEach(() => {
  switchKeys(true);
  window.history.replaceState(null, '', '/');
});

const tab = () => screen.getByRole('tab', { selected: true }).textContent ?? '';

/** Space until the last paper of a part, S for a talent. */
async function throughAll(press: (key: string) => Promise<void>): Promise<string[]> {
  const pressed: string[] = [];
  for (let keys = 0; keys < 60; keys += 1) {
    // Roles are asked of the page once per test elsewhere: here it would be a hundred times.
    const tabs = [...document.querySelectorAll('[role="tab"]')];
    const isLast = tabs.at(-1)?.getAttribute('aria-selected') === 'true';
    const isTalent = /\d,\d{3}/.test(document.querySelector('nav [aria-current]')?.textContent ?? '');
    const key = isTalent && isLast ? 's' : ' ';
    pressed.push(key);
    await press(key);
    if (document.querySelector('nav')?.textContent?.includes('4 / 4 已定')) return pressed;
  }
  throw new Error('never done');
}

describe('a case by keys alone', () => {
  it('is looked through by Space and decided by S, which goes on by itself; P and Enter end it', async () => {
    const { acts, press } = await showDesk(aCaseView());
    const pressed = await throughAll(press);
    expect(pressed.filter((key) => key === 's')).toHaveLength(4);
    const papers = aCaseView().snapshot.attachments.length;
    expect(pressed.length).toBe(papers);
    expect(acts.decide).toHaveBeenCalledTimes(4);
    await press('p');
    const dialog = screen.getByRole('dialog', { name: '通过并送复审？' });
    const confirm = within(dialog).getByRole('button', { name: '通过，送复审' });
    await act(() => new Promise((done) => setTimeout(done)));
    expect(document.activeElement).toBe(confirm);
    await act(async () => void fireEvent.click(confirm));
    expect(acts.pass).toHaveBeenCalledTimes(1);
    expect(screen.getByText('本案已办结本环节。')).toBeTruthy();
  });

  it('says what is missing where it cannot be ended yet, and opens nothing', async () => {
    const { press } = await showDesk(aCaseView());
    await press('p');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('status').textContent).toMatch(/处未看，4 人未定，暂不能结案/);
  });

  it('leaves Space to a button that has the focus', async () => {
    const { press } = await showDesk(aCaseView());
    const [first] = screen.getAllByRole('tab');
    const before = tab();
    await act(async () => void fireEvent.keyDown(first ?? document.body, { key: ' ' }));
    expect(tab()).toBe(before);
    await press(' ');
    expect(tab()).not.toBe(before);
  });

  it('shows every key on ?, and single ones rest where they are switched off there', async () => {
    const { acts, press } = await showDesk(aCaseView());
    await press('?');
    fireEvent.click(screen.getByRole('checkbox', { name: /启用单键操作/ }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '关闭' }));
    await press('j');
    await press('s');
    await press('?');
    expect(acts.decide).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    const before = tab();
    await press(' ');
    expect(tab()).not.toBe(before);
  });
});

describe('a field beside its proof', () => {
  const marked = {
    sha256: '',
    requirementId: 'labourContract',
    fieldId: 'contractTo',
    subject: '',
    ...{ page: 1, box: { x: 0.1, y: 0.2, width: 0.5, height: 0.1 } },
  };
  const view = aCaseView();
  const talent = view.snapshot.talents[0];
  const contract = view.snapshot.attachments.find(
    ({ talentId, requirementId }) => talentId === talent?.id && requirementId === 'labourContract',
  );
  const subject = talent?.sealed.idNumber?.hash ?? talent?.id ?? '';
  const places = { marked: [{ ...marked, sha256: contract?.sha256 ?? '', subject }], hints: [] };

  it('opens the paper that shows it, at the place that was marked before', async () => {
    const { press } = await showDesk(aCaseView({ places }));
    await press('j');
    await act(
      async () => void fireEvent.click(screen.getAllByRole('button', { name: '劳动合同 第 1 页' })[0] ?? document.body),
    );
    expect(tab()).toContain('劳动合同');
    expect(screen.getByRole('row', { current: true }).textContent).toContain('合同结束日期');
  });

  it('is stepped through by the arrows, and its place is marked and kept by keys', async () => {
    const acts = someActs();
    const { press } = await showDesk(aCaseView(), acts);
    await press('j');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(screen.getByRole('row', { current: true }).textContent).toContain('证件号码');
    await press('m');
    await press('ArrowDown');
    await act(async () => void fireEvent.keyDown(document.body, { key: 'ArrowRight', shiftKey: true }));
    await press('Enter');
    expect(acts.markPlace).toHaveBeenCalledWith({
      applicationId: view.id,
      pin: 'talent:talent-1:idNumber',
      paper: 'attachment:idDocument:talent-1',
      region: expect.objectContaining({ page: 1, box: { x: 0.1, y: 0.32, width: 0.82, height: 0.06 } }),
    });
    expect(screen.queryByRole('toolbar', { name: '框选' })).toBeNull();
  });

  it('takes a comment on the box, which the dialog says and the comment carries', async () => {
    const acts = someActs();
    acts.comment.mockResolvedValue({ ok: true, value: { id: 'c1' } });
    const { press } = await showDesk(aCaseView(), acts);
    await press('j');
    await press('m');
    await press('c');
    const dialog = screen.getByRole('dialog', { name: '写意见' });
    const text = within(dialog).getByRole('textbox', { name: '意见' });
    fireEvent.change(text, { target: { value: '此处看不清。' } });
    await act(async () => void fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true }));
    expect(acts.comment).toHaveBeenCalledWith(
      expect.objectContaining({
        target: 'attachment:idDocument:talent-1',
        region: expect.objectContaining({ page: 1, box: { x: 0.1, y: 0.3, width: 0.8, height: 0.06 } }),
      }),
    );
  });
});
