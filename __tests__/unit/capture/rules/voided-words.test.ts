import { describe, expect, it } from '@jest/globals';
import { voidedWords } from '@/lib/capture/rules/voided-words';

const voided = { version: 1, reason: '银行账户或联系人已调整', at: '2026-11-22T17:00:00Z', replacedBy: 2 };

describe('the paper of a voided version', () => {
  it('is named with number, version, Shanghai day, reason and the version to print', () => {
    expect(voidedWords('SJ20260001876', voided)).toEqual({
      title: '这是收据 SJ20260001876 的第 1 版，已作废，不能提交',
      why: '该版于2026年11月23日因“银行账户或联系人已调整”作废，由第 2 版替换。',
      next: '请打印第 2 版，盖章后再拍照上传。',
    });
  });

  it('sends back to 打印收据 while no other version is printed', () => {
    const { why, next } = voidedWords('SJ20260001876', { ...voided, replacedBy: null });
    expect(why).toContain('新的一版尚未打印');
    expect(next).toContain('打印收据');
  });
});
