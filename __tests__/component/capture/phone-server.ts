import type { Held, TakeOver } from '@/components/capture/phone-link';
import type { PhoneView, PhotographView, ReceiptValues } from '@/lib/capture/queries';

/** What the server would say of a fresh link. */
export const aView = (given: Partial<PhoneView> = {}): PhoneView => ({
  id: 'link',
  status: 'OPENED',
  steps: [],
  pairingCode: '4719',
  endReason: null,
  deviceLabel: '安卓手机',
  endsAt: null,
  code: { at: '2026-11-23T06:02:10.000Z', isOver: false },
  isOwn: false,
  photograph: null,
  receipt: { number: 'SJ20260001876', version: 2, payee: '苏州示例智能科技有限公司', amountFen: 180_000_00 },
  values: null,
  voided: null,
  ...given,
});

export const VALUES: ReceiptValues = {
  ...{ number: 'SJ20260001876', version: 2, payee: '苏州示例智能科技有限公司', amountFen: 180_000_00, talents: 4 },
  ...{ holder: '苏州示例智能科技有限公司', account: '3225 **** **** 1234', bankName: '示例银行苏州工业园区支行' },
};

/** What stands in the list of the receipt's values. */
export const VALUES_READ = [
  ['收据编号', 'SJ20260001876　第 2 版'],
  ['收款单位', '苏州示例智能科技有限公司'],
  ['金额', '¥180,000.00人民币壹拾捌万元整'],
  ['人数', '4 人'],
  ['户名', '苏州示例智能科技有限公司'],
  ['账号', '3225 **** **** 1234'],
  ['开户行', '示例银行苏州工业园区支行'],
];
export const valuesIn = (region: HTMLElement) =>
  [...region.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling?.textContent]);

export const CLEAN: PhotographView = {
  id: 'photo',
  verdict: 'CLEAN',
  findings: [{ code: 'seal-present', severity: 'ok' }],
  flat: true,
};

type Refusal = { code: string; title: string; held?: Held };
type Answers = { enter?: Refusal; camera?: Refusal; photograph?: Refusal; submit?: Refusal };

/** The other end of the phone's requests: keeps a link, can be out of reach, can be slow with one of them. */
export class PhoneServer {
  view: PhoneView | null = aView();
  isOffline = false;
  answers: Answers = {};
  /** Requests in the order in which they came in. */
  readonly asked: string[] = [];
  readonly entered: { takeOver?: TakeOver }[] = [];
  readonly pictures: Blob[] = [];
  /** What the check of the next picture comes to. */
  found = CLEAN;
  /** Another phone holds the link: nothing of this one counts any more. */
  isTakenOver = false;
  /** Held back until it resolves. */
  camera: Promise<void> = Promise.resolve();

  install(): void {
    const answer = this.answer.bind(this);
    globalThis.fetch = async (path, init) => {
      const { status, body } = await answer(String(path), init?.body);
      return { status, text: async () => JSON.stringify(body) } as Response;
    };
    globalThis.XMLHttpRequest = requestOver(answer) as unknown as typeof XMLHttpRequest;
  }

  private async answer(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    if (this.isOffline) throw new TypeError('offline');
    const what = path.replace('/api/phone/', '');
    if (what === 'camera') await this.camera;
    this.asked.push(what);
    if (what === 'enter') this.entered.push(JSON.parse(String(body)) as { takeOver?: TakeOver });
    if (this.isTakenOver && what !== 'enter') return refused({ code: 'taken-over', title: '已改用另一部手机' });
    if (what === 'state')
      return this.view ? said(this.view) : { status: 401, body: { ok: false, code: 'link-unknown' } };
    const refusal = this.answers[what as keyof Answers];
    if (refusal) return refused(refusal);
    if (what === 'photograph') this.take(body as Blob);
    if (what === 'submit' && this.view) this.view = { ...this.view, status: 'SUBMITTED' };
    if (what === 'camera' && this.view) this.view = { ...this.view, status: 'CAMERA', photograph: null };
    return said({ photographId: 'photo' });
  }

  private take(picture: Blob): void {
    this.pictures.push(picture);
    this.view = this.view && { ...this.view, status: 'CHECKED', photograph: this.found, values: VALUES };
  }
}

const said = (value: unknown) => ({ status: 200, body: { ok: true, value } });
const refused = ({ code, title, ...held }: Refusal) => ({
  status: 409,
  body: { ...held, ok: false, code, explained: { title, why: '原因。', next: [] } },
});

function requestOver(answer: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>) {
  return class {
    readonly upload: { onprogress?: () => void; onload?: () => void } = {};
    onload: () => void = () => undefined;
    onerror: () => void = () => undefined;
    onabort: () => void = () => undefined;
    status = 0;
    responseText = '';
    private path = '';
    open(_method: string, path: string) {
      this.path = path;
    }
    setRequestHeader() {}
    send(body: unknown) {
      answer(this.path, body).then(
        (given) => {
          this.status = given.status;
          this.responseText = JSON.stringify(given.body);
          this.upload.onload?.();
          this.onload();
        },
        () => this.onerror(),
      );
    }
  };
}
