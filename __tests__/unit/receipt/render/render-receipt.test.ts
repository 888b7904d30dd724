import { describe, expect, it, jest } from '@jest/globals';

import { formatYuan } from '@/lib/kernel/fen';
import { renderReceipt } from '@/lib/receipt/render/render-receipt';
import { parsePageCode } from '@/lib/receipt/rules/page-code';

import { aReceiptModel, someTalents } from '../../../builders/receipt-model';
import { SETTINGS } from '../support/fonts';
import { LONG_BANK, LONG_NAME, LONG_PERSON, aReceiptWithLongNames } from '../support/long-names';
import { printedText } from '../support/printed-text';
import { rendered } from '../support/rendered';

jest.setTimeout(120_000);

const RARE = ['㛃䶮', '𬱟𬍛', '喆堃', '阿卜杜·热合曼'];

describe('a rendered receipt', () => {
  it('gives every value back as text, rare characters included', async () => {
    const lines = RARE.map((name, index) => ({ name, categoryLabel: `${index} 类`, amountFen: 12_345_67 + index }));
    const model = aReceiptModel({ payee: '苏州㛃䶮智能科技有限公司', lines });
    const [page = []] = await printedText((await rendered(model)).pdf);
    const values = [
      ...[model.number, '第 2 版', '2026年11月23日', model.payer, model.payee, model.uscc, model.purpose],
      ...[model.programmeName, model.batchNumber, ...RARE, ...lines.map(({ amountFen }) => formatYuan(amountFen))],
      ...['人民币肆万玖仟叁佰捌拾贰元柒角肆分', '¥49,382.74', model.account.holder, '3225 0198 8236 1234'],
      ...[model.account.bankName, model.account.cnapsCode, '银行转账', model.contact.name, model.contact.phone],
      ...['今收到', '（交款单位）', '合计（大写）', '财务负责人', '收款单位（盖章）', '第 1 页，共 1 页'],
    ];
    expect(page).toEqual(expect.arrayContaining(values));
  });

  it('wraps long values without a hyphen and without losing a character', async () => {
    const model = aReceiptWithLongNames();
    const text = (await printedText((await rendered(model)).pdf)).flat().join('');
    for (const value of [LONG_NAME, LONG_BANK]) expect(text).toContain(value);
    expect(text.replaceAll(' ', '')).toContain(LONG_PERSON.replaceAll(' ', ''));

    const hyphensIn = (each: string) => each.replaceAll(`${model.number}-`, '').split('-').length - 1;
    expect(hyphensIn(text)).toBe(hyphensIn(JSON.stringify({ ...model, issuedOn: '' })));
  });

  it.each([
    [1, 1],
    [8, 1],
    [30, 2],
    [200, 8],
  ])('names %i talents on %i pages, each with its number and its own code', async (talents, pages) => {
    const receipt = await rendered(aReceiptModel({ lines: someTalents(talents) }));
    const printed = await printedText(receipt.pdf);
    expect(printed).toHaveLength(pages);
    expect(receipt.pages).toBe(pages);
    const names = someTalents(talents).map(({ name }) => name);
    expect(printed.flat().filter((text) => names.includes(text))).toEqual(names);
    expect(printed.map((texts) => texts.includes('SJ20260001876-2'))).not.toContain(false);
    printed.forEach((texts, index) => expect(texts).toContain(`第 ${index + 1} 页，共 ${pages} 页`));
    expect(receipt.codes.map(parsePageCode)).toEqual(
      receipt.codes.map((_, index) =>
        expect.objectContaining({ ok: true, value: expect.objectContaining({ page: index + 1 }) }),
      ),
    );
    expect(new Set(receipt.codes).size).toBe(pages);
  });

  it('is the same byte for byte when it is rendered again, also while others are rendered', async () => {
    const model = aReceiptModel({ lines: someTalents(30) });
    const first = await rendered(model);
    const again = await Promise.all([rendered(model), rendered(aReceiptModel()), rendered(model)]);
    expect(again.map(({ sha256 }) => sha256 === first.sha256)).toEqual([true, false, true]);
    expect(Buffer.from(again[2].pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });

  it('is refused, naming the character, when a name cannot be printed', async () => {
    const lines = [{ name: '王𡈼', categoryLabel: 'A 类', amountFen: 1 }];
    const payee = '𠮷野家示例有限公司';
    expect(await renderReceipt(aReceiptModel({ lines, payee }), SETTINGS)).toEqual({
      ok: false,
      refusal: { code: 'characters-not-covered', characters: expect.arrayContaining(['𡈼', '𠮷']) },
    });
  });

  it('is not made at all of a model whose lines do not add up', async () => {
    await expect(renderReceipt({ ...aReceiptModel(), totalFen: 1 }, SETTINGS)).rejects.toThrow();
  });
});
