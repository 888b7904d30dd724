import { describe, expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { bankFields } from '@/components/contacts/bank-fields';
import type { FindBanks } from '@/components/contacts/entry-calls';

const HUDONG = { cnapsCode: '999305000101', name: '样例银行苏州湖东支行', city: '苏州' };
const HUXI = { cnapsCode: '999305000102', name: '样例银行苏州湖西支行', city: '苏州' };
const TABLE = [HUDONG, HUXI];

/** A table of two, asked as the server asks it. */
const find: FindBanks = (given) => {
  const { words, cnapsCode } = given as { words: string; cnapsCode: string };
  const rows = words === '' ? [] : TABLE.filter((row) => row.name.includes(words) || row.cnapsCode.startsWith(words));
  const ofCode = TABLE.find((row) => row.cnapsCode === cnapsCode) ?? null;
  return Promise.resolve({ ok: true, value: { rows, more: false, ofCode, hasTable: true } });
};

function draw(start: Record<string, string> = {}, table: FindBanks = find) {
  const { draw: fields } = bankFields(table);
  render(<>{fields({ id: 'x-', errors: {}, start })}</>);
  return {
    bank: screen.getByRole<HTMLInputElement>('combobox', { name: '开户行' }),
    code: screen.getByRole<HTMLInputElement>('textbox', { name: '联行号' }),
  };
}
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });
const options = () => screen.findAllByRole('option');

describe('开户行 and 联行号', () => {
  it('are filled in together by choosing what a part of the name found', async () => {
    const { bank, code } = draw();
    type(bank, '湖');
    const found = await options();
    expect(found.map((one) => one.textContent)).toEqual([
      '样例银行苏州湖东支行苏州　999305000101',
      '样例银行苏州湖西支行苏州　999305000102',
    ]);
    fireEvent.click(found[1] as HTMLElement);
    expect([bank.value, code.value]).toEqual([HUXI.name, HUXI.cnapsCode]);
    expect(await screen.findByText('与银行表一致')).toBeTruthy();
    expect(screen.queryAllByRole('option')).toEqual([]);
  });

  it('are chosen with the keyboard; Escape closes the list and leaves what was typed', async () => {
    const { bank, code } = draw();
    type(bank, '湖');
    await options();
    expect(fireEvent.keyDown(bank, { key: 'Escape' })).toBe(false);
    expect(bank.getAttribute('aria-expanded')).toBe('false');
    fireEvent.keyDown(bank, { key: 'ArrowDown' });
    fireEvent.keyDown(bank, { key: 'ArrowDown' });
    expect(document.getElementById(bank.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('湖西');
    fireEvent.keyDown(bank, { key: 'Enter' });
    expect([bank.value, code.value]).toEqual([HUXI.name, HUXI.cnapsCode]);
  });

  it('are found by a number typed in place of the name', async () => {
    const { bank, code } = draw();
    type(bank, '999305000101');
    fireEvent.click((await options())[0] as HTMLElement);
    expect([bank.value, code.value]).toEqual([HUDONG.name, HUDONG.cnapsCode]);
  });

  it('of a number that the table lacks say so, and keep what was typed', async () => {
    const { bank, code } = draw();
    type(bank, '别家银行苏州支行');
    type(code, '999305000999');
    expect((await screen.findByRole('status')).textContent).toContain('联行号不在银行表中');
    expect([bank.value, code.value]).toEqual(['别家银行苏州支行', '999305000999']);
  });

  it('of a known number under another name warn plainly, and offer the name of the table', async () => {
    const { bank } = draw({ bankName: '样例银行苏州湖西支行', cnapsCode: HUDONG.cnapsCode });
    const said = await screen.findByRole('status');
    expect(said.textContent).toContain('开户行与联行号不一致');
    expect(said.textContent).toContain(HUDONG.name);
    fireEvent.click(screen.getByRole('button', { name: '填入此开户行' }));
    await waitFor(() => expect(bank.value).toBe(HUDONG.name));
  });

  it('say nothing of a number where there is no table, or no answer', async () => {
    let asked = 0;
    const none: FindBanks = () => {
      asked += 1;
      return asked > 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve({ ok: true, value: { rows: [], more: false, ofCode: null, hasTable: false } });
    };
    const { code } = draw({ cnapsCode: '999305000999' }, none);
    await waitFor(() => expect(asked).toBe(1));
    type(code, '999305000998');
    await waitFor(() => expect(asked).toBe(2));
    expect(screen.queryByRole('status')).toBeNull();
  });
});
