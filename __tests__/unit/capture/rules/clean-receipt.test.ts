import { describe, expect, it } from '@jest/globals';
import { whyOpened, type SheetFacts } from '@/lib/capture/rules/clean-receipt';

const CLEAN: SheetFacts = {
  verdict: 'CLEAN',
  hasFlat: true,
  hold: null,
  notBefore: null,
  risks: [],
  isUsedElsewhere: false,
  wasReturned: false,
  wasReopened: false,
};

describe('a receipt in the list of sheets', () => {
  it('needs no opening where the picture is clean and nothing speaks against its account', () => {
    expect(whyOpened(CLEAN)).toEqual([]);
  });

  it.each<[Partial<SheetFacts>, string]>([
    [{ verdict: 'DOUBTFUL' }, '照片检查有请留意的内容'],
    [{ hasFlat: false }, '照片没有展平，看不到整张收据'],
    [{ hold: '核查中' }, '已暂停：核查中'],
    [{ notBefore: new Date('2026-11-24T02:00:00Z') }, '收款账户变更不久，2026年11月24日 10:00 后方可付款'],
    [{ risks: ['联行号不在银行表中'] }, '联行号不在银行表中'],
    [{ isUsedElsewhere: true }, '同一张照片曾用于其他收据'],
    [{ wasReturned: true }, '此前退回过，须对照退回原因查看'],
    [{ wasReopened: true }, '通过后又重新审核，须对照理由查看'],
  ])('has to be opened by itself for %j', (given, cause) => {
    expect(whyOpened({ ...CLEAN, ...given })).toEqual([cause]);
  });

  it('names every cause at once', () => {
    expect(whyOpened({ ...CLEAN, verdict: 'DOUBTFUL', risks: ['甲', '乙'] })).toHaveLength(3);
  });
});
