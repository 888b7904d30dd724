import { expect, it, jest } from '@jest/globals';
import { answerConsentRequest } from '@/lib/application/render/render-consents';
import type { Consents } from '@/lib/application/rules/consent-model';
import { SETTINGS } from '../receipt/support/fonts';
import { printedText } from '../receipt/support/printed-text';

jest.setTimeout(120_000);

const CONSENTS: Consents = {
  title: '个人信息处理及公示授权书',
  enterprise: { name: '苏州示例智能科技有限公司', uscc: '91320594MA00000012' },
  programme: { name: '高层次和紧缺人才招聘补贴', year: 2026 },
  payer: '苏州工业园区企业发展服务中心',
  madeAt: '2026-11-23T02:00:00.000Z',
  people: [
    { name: '𬱟思衡', idType: '居民身份证', idNumber: '320594199001011234' },
    { name: '阿卜杜拉·买买提·尼亚孜', idType: '居民身份证', idNumber: '' },
  ],
};
const render = (people: Consents['people']) =>
  answerConsentRequest({ kind: 'render-consents', consents: { ...CONSENTS, people } }, SETTINGS);

it('is a page for each person with name and whole number, rare characters too, and a line where the number is not known', async () => {
  const answer = await render(CONSENTS.people);
  if (answer.kind !== 'rendered-consents' || !answer.result.ok) throw new Error(JSON.stringify(answer));
  const pages = (await printedText(answer.result.value)).map((lines) => lines.join('').replace(/\s/g, ''));
  expect(pages).toHaveLength(2);
  expect(pages[0]).toMatch(/𬱟思衡，居民身份证号码320594199001011234，现在苏州示例智能科技有限公司/);
  expect(pages[1]).toMatch(/阿卜杜拉·买买提·尼亚孜，居民身份证号码_+/);
});

it('is refused, not printed with gaps, where a character is in no typeface', async () => {
  const answer = await render([{ name: '张😀', idType: '居民身份证', idNumber: '1' }]);
  expect(answer).toMatchObject({ result: { ok: false, refusal: { code: 'characters-not-covered' } } });
});
