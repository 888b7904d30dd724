import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { Denied } from '@/lib/access/authorise';
import type { PageDrawer } from '@/lib/ports/page-drawer';
import { issuedPagePicture } from '@/lib/receipt/queries';
import { receiptWorld, type ReceiptWorld } from './receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

describe('the page that was issued, as a picture under the photograph', () => {
  it('is the first one alone, however many there are, and is drawn once', async () => {
    const { receiptId } = await world.printed(Array.from({ length: 24 }, () => 10_000_00));
    const drawn: number[] = [];
    const draw: PageDrawer['draw'] = async (...asked) => {
      const answer = await world.ports.pages.draw(...asked);
      drawn.push(answer.ok ? answer.value.pages.length : 0);
      return answer;
    };
    const maker = { ...world.finance.maker, ports: { ...world.ports, pages: { draw } } };
    const first = await issuedPagePicture(maker, receiptId);
    const again = await issuedPagePicture(maker, receiptId);
    expect(drawn).toEqual([1]);
    expect(Buffer.from(first?.bytes ?? []).equals(Buffer.from(again?.bytes ?? []))).toBe(true);
    const { width = 1, height } = await sharp(first?.bytes).metadata();
    expect((height ?? 0) / width).toBeCloseTo(297 / 210, 2);
    expect(first?.name).toMatch(/^收据SJ\d{11}第1版\.jpg$/);
  });

  it('is shown though the store does not take it, which is reported', async () => {
    const { receiptId } = await world.printed();
    const reported = jest.spyOn(console, 'error').mockReturnValue(undefined);
    const put = async () => Promise.reject(new Error('the store is full'));
    const files = { ...world.ports.files, put };
    const maker = { ...world.finance.maker, ports: { ...world.ports, files } };
    expect((await issuedPagePicture(maker, receiptId))?.bytes.length).toBeGreaterThan(1000);
    expect(reported).toHaveBeenCalledTimes(1);
    reported.mockRestore();
  });

  it('is for those who may read the receipt, drawn before or not', async () => {
    const { receiptId } = await world.printed();
    const stranger = world.clerkOf(world.other);
    await expect(issuedPagePicture(stranger, receiptId)).rejects.toThrow(Denied);
    expect(await issuedPagePicture(world.clerk, receiptId)).not.toBeNull();
    await expect(issuedPagePicture(stranger, receiptId)).rejects.toThrow(Denied);
  });
});
