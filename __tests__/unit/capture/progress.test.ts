import { describe, expect, it } from '@jest/globals';
import { captureHeadline, hasEnded, progressLines } from '@/lib/capture/rules/progress';
import { CAPTURE, type CaptureStatus } from '@/lib/receipt/rules/capture-states';

const steps = (...statuses: CaptureStatus[]) =>
  statuses.map((status, second) => ({ status, at: `2026-11-23T06:02:${String(second).padStart(2, '0')}.000Z` }));
const states = (...given: Parameters<typeof progressLines>) => progressLines(...given).map(({ state }) => state);

describe('what the desktop follows', () => {
  it('has one line under way, those before it done, those behind it ahead', () => {
    const lines = progressLines('CAMERA', steps('WAITING', 'OPENED', 'CAMERA'));
    expect(lines.map(({ word, state }) => `${word} ${state}`)).toEqual([
      '等待扫码 done',
      '手机已打开 done',
      '正在取景 current',
      '已拍照 todo',
      '已检查 todo',
      '已提交 todo',
    ]);
    expect(lines.map(({ at }) => at?.slice(17, 19) ?? null)).toEqual(['00', '01', '02', null, null, null]);
  });

  it('takes the lines behind the camera back when another picture is to be taken, and shows the later time', () => {
    const lines = progressLines('CAMERA', steps('WAITING', 'OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED', 'CAMERA'));
    expect(lines.map(({ at }) => at?.slice(17, 19) ?? null)).toEqual(['00', '01', '05', null, null, null]);
  });

  it('passes over the camera where a file was picked', () => {
    const lines = progressLines('PHOTOGRAPHED', steps('WAITING', 'OPENED', 'PHOTOGRAPHED'));
    expect(lines[2]).toMatchObject({ state: 'done', at: null });
    expect(lines[3]).toMatchObject({ state: 'current' });
  });

  it('begins again with the phone that took over: what the first one did is no part of its way', () => {
    const lines = progressLines(
      'PHOTOGRAPHED',
      steps('WAITING', 'OPENED', 'CAMERA', 'CHECKED', 'OPENED', 'PHOTOGRAPHED'),
    );
    expect(lines.map(({ at }) => at?.slice(17, 19) ?? null)).toEqual(['00', '04', null, '05', null, null]);
  });

  it('is done to the last line when the receipt is in', () => {
    expect(states('SUBMITTED', steps('WAITING', 'OPENED', 'PHOTOGRAPHED', 'CHECKED', 'SUBMITTED'))).toEqual(
      Array.from({ length: 6 }, () => 'done'),
    );
  });

  it('stands where it stood when the link ended', () => {
    expect(states('EXPIRED', steps('WAITING', 'OPENED', 'CAMERA', 'EXPIRED'))).toEqual(
      states('CAMERA', steps('WAITING', 'OPENED', 'CAMERA')),
    );
  });
});

describe('the line above it', () => {
  const view = { deviceLabel: null, endReason: null, photograph: null };

  it('has words for every state, and an end for every end', () => {
    for (const status of CAPTURE.states) {
      expect(captureHeadline({ ...view, status }).title).not.toBe('');
      expect(hasEnded(status)).toBe(CAPTURE.ends.includes(status));
    }
  });

  it('says on which phone it was opened, and why it ended', () => {
    expect(captureHeadline({ ...view, status: 'OPENED', deviceLabel: 'iPhone 微信' }).note).toContain('iPhone 微信');
    const ended = captureHeadline({ ...view, status: 'CANCELLED', endReason: '电脑端重新生成了二维码' });
    expect(ended.note).toBe('电脑端重新生成了二维码。');
  });

  it('names what is wrong with a picture that must be taken again', () => {
    const photograph = { verdict: 'REFUSED', findings: [{ code: 'blurred', severity: 'refuse' }] } as const;
    expect(captureHeadline({ ...view, status: 'CHECKED', photograph })).toEqual({
      title: '照片不符合要求',
      note: '照片模糊，请在手机上重拍。',
    });
  });
});
