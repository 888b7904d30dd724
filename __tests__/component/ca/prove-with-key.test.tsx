import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { ProveWithKey } from '@/components/ca/prove-with-key';
import type { TakenProof } from '@/lib/enterprise/rules/ca-provider';
import { aKey, KeyWorld, refusal } from './key-world';

const LOOK_AGAIN_MS = 2_500;
const PROBE_MS = 3_500;

let world: KeyWorld;
let proven: TakenProof[];
const fetchBefore = globalThis.fetch;

beforeEach(() => {
  jest.useFakeTimers();
  world = new KeyWorld();
  world.install();
  proven = [];
  Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: true });
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = fetchBefore;
  Reflect.deleteProperty(navigator, 'permissions');
});

const pass = (milliseconds: number) => act(async () => void (await jest.advanceTimersByTimeAsync(milliseconds)));

async function open(provider: 'JIANGSU' | 'SUZHOU' = 'JIANGSU') {
  render(<ProveWithKey provider={provider} purpose="registration" onProven={(proof) => proven.push(proof)} />);
  await pass(50);
}

const state = () => document.querySelector('[data-ca-state]')?.getAttribute('data-ca-state');
const pinField = () => screen.getByLabelText<HTMLInputElement>('PIN 码');
async function prove(pin = '123456') {
  fireEvent.change(pinField(), { target: { value: pin } });
  fireEvent.click(screen.getByRole('button', { name: /验证/ }));
  await pass(50);
}

describe('proving with a key', () => {
  it('finds the key, asks for its PIN, hands over the proof with instants that are dates', async () => {
    await open();
    expect(state()).toBe('ready');
    await prove();
    expect(proven.map(({ proofId, goodUntil }) => [proofId, goodUntil.toISOString()])).toEqual([
      ['proof', '2026-11-28T02:30:00.000Z'],
    ]);
  });

  it('sends the PIN to the agent on this computer and never to us', async () => {
    await open();
    await prove('secret-pin');
    expect(world.asked.filter((one) => one.includes('secret-pin'))).toHaveLength(1);
    expect(world.sentToUs().filter((one) => one.includes('secret-pin'))).toEqual([]);
  });

  it('signs once when the button is clicked twice', async () => {
    await open();
    fireEvent.change(pinField(), { target: { value: '123456' } });
    const button = screen.getByRole('button', { name: /验证/ });
    fireEvent.click(button);
    fireEvent.click(button);
    await pass(50);
    expect(world.asked.filter((one) => one.includes('/sign'))).toHaveLength(1);
    expect(proven).toHaveLength(1);
  });

  it('asks for the PIN before it asks the agent for anything', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: /验证/ }));
    await pass(50);
    expect(screen.getByText('请输入 PIN 码。')).toBeTruthy();
    expect(world.asked.some((one) => one.includes('/sign'))).toBe(false);
  });
});

describe('what is missing', () => {
  it.each([
    ['no agent', 'agent-missing', (given: KeyWorld) => void (given.version = null)],
    ['an old agent', 'agent-outdated', (given: KeyWorld) => void (given.version = '2.9.9')],
    ['an agent that talks nonsense', 'agent-broken', (given: KeyWorld) => void (given.garbage = true)],
    ['no key', 'no-key', (given: KeyWorld) => void (given.keys = [])],
    ["the other CA's key", 'other-key', (given: KeyWorld) => void (given.keys = [aKey({ provider: 'SUZHOU' })])],
  ])('%s: is said, in a live region, and passes by itself', async (_what, expected, spoil) => {
    spoil(world);
    await open();
    expect(state()).toBe(expected);
    expect(screen.getByRole('status').textContent).toMatch(/未检测到CA|驱动版本过低/);
    expect(screen.queryByLabelText('PIN 码')).toBeNull();
    Object.assign(world, { version: '3.2.0', garbage: false, keys: [aKey()] });
    await pass(LOOK_AGAIN_MS);
    expect(state()).toBe('ready');
  });

  it('a browser that was told no is a state of its own', async () => {
    world.version = null;
    const query = async () => Object.assign(new EventTarget(), { state: 'denied' });
    Object.defineProperty(navigator, 'permissions', { configurable: true, value: { query } });
    await open();
    expect(state()).toBe('permission-denied');
    expect(screen.getByText(/将“本地网络访问”改为“允许”/)).toBeTruthy();
  });

  it('a page over plain http says that it is the page', async () => {
    world.version = null;
    Object.defineProperty(globalThis, 'isSecureContext', { configurable: true, value: false });
    await open();
    expect(state()).toBe('insecure-page');
  });

  it('our own server: says so, does not blame the key, and goes on when asked again', async () => {
    world.isServerOffline = true;
    await open();
    expect(screen.getByRole('alert').textContent).toContain('网络断开');
    world.isServerOffline = false;
    fireEvent.click(screen.getByRole('button', { name: '重新检测' }));
    await pass(50);
    expect(state()).toBe('ready');
  });
});

describe('the PIN and the key', () => {
  it('wrong: the tries left are said, the field is empty and has the focus', async () => {
    world.signing.push({ status: 403, body: { code: 'pin-wrong', left: 2 } });
    await open();
    await prove('no');
    expect(state()).toBe('pin-wrong');
    expect(screen.getByRole('status').textContent).toContain('还可以试 2 次');
    expect([pinField().value, document.activeElement]).toEqual(['', pinField()]);
    await prove();
    expect(proven).toHaveLength(1);
  });

  it('locked: no field any more, and where it is unlocked', async () => {
    world.signing.push({ status: 423, body: { code: 'pin-locked' } });
    await open();
    await prove();
    expect(state()).toBe('pin-locked');
    expect(screen.queryByLabelText('PIN 码')).toBeNull();
    expect(screen.getByText(/到园区一站式服务中心3楼CA窗口解锁/)).toBeTruthy();
  });

  it('a lock of one key is not told of another', async () => {
    world.keys = [aKey(), aKey({ id: 'two', label: '苏州云桥工业软件有限公司' })];
    world.signing.push({ status: 423, body: { code: 'pin-locked' } });
    await open();
    expect(state()).toBe('many-keys');
    fireEvent.click(screen.getByLabelText(/晨星/));
    await prove();
    expect(state()).toBe('pin-locked');
    fireEvent.click(screen.getByLabelText(/云桥/));
    expect(state()).toBe('ready');
    await prove();
    expect(proven).toHaveLength(1);
  });

  it('a refusal of the server is said in its words, and the PIN need not be typed again', async () => {
    world.proving.push(refusal('无效的CA证书'));
    await open();
    await prove();
    expect(screen.getByRole('alert').textContent).toContain('无效的CA证书');
    expect(pinField().value).toBe('123456');
    fireEvent.click(screen.getByRole('button', { name: /验证/ }));
    await pass(50);
    expect(proven).toHaveLength(1);
  });

  it('an agent that broke off is looked for anew before it is asked again, and what happened stays said', async () => {
    world.signing.push({ status: 401, body: { code: 'token' } });
    await open();
    await prove();
    expect(world.asked.filter((one) => one.includes('/v1/session')).length).toBeGreaterThan(1);
    expect(state()).toBe('interrupted');
    await prove();
    expect(proven).toHaveLength(1);
  });

  it('an agent that does not answer within 3 seconds is silent, not missing', async () => {
    const answering = globalThis.fetch;
    globalThis.fetch = ((url: string, init?: RequestInit) =>
      url.includes('/v1/session')
        ? new Promise((_done, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))))
        : answering(url, init)) as typeof fetch;
    await open();
    expect(state()).toBe('probing');
    await pass(PROBE_MS);
    expect(state()).toBe('agent-silent');
  });
});
