import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { httpRegister } from '@/lib/drivers/register/http';
import { tableRegister } from '@/lib/drivers/register/table';
import { openDatabase, type DbClient } from '@/lib/db/client';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { inventedUscc } from '../../builders/invented-uscc';
import { freshDatabase, type FreshDatabase } from '../../support/database';

const FIRM = { uscc: inventedUscc(101), name: '苏州晨星（中国）有限公司' };

describe('the register as a table', () => {
  let database: FreshDatabase;
  let db: DbClient;
  beforeAll(async () => {
    database = await freshDatabase();
    db = openDatabase(database.connectionString);
  });
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });

  it('is unavailable before anything was imported, and answers by USCC, name and life afterwards', async () => {
    const register = tableRegister(db);
    expect(await register.lookUp(FIRM)).toEqual({ answer: 'unavailable' });
    const row = { asOf: '2026-11-02', updatedAt: new Date('2026-11-02T00:00:00Z') };
    await db.legalEntity.create({
      data: {
        ...FIRM,
        normalisedName: normaliseEnterpriseName(FIRM.name),
        status: '存续',
        type: '有限责任公司',
        ...row,
      },
    });
    const gone = { uscc: inventedUscc(120), name: '苏州旧巷有限公司' };
    await db.legalEntity.create({ data: { ...gone, normalisedName: gone.name, status: '注销', ...row } });

    expect(await register.lookUp({ uscc: FIRM.uscc.toLowerCase(), name: '苏州晨星(中国) 有限公司' })).toEqual({
      answer: 'match',
      entity: { ...FIRM, type: '有限责任公司', status: '存续', asOf: '2026-11-02' },
    });
    expect(await register.lookUp({ ...FIRM, name: '苏州晨星有限公司' })).toEqual({
      answer: 'no-match',
      why: 'other-name',
    });
    expect(await register.lookUp(gone)).toEqual({ answer: 'no-match', why: 'struck-off' });
    expect(await register.lookUp({ ...FIRM, uscc: inventedUscc(102) })).toMatchObject({ why: 'unknown-uscc' });
    expect(await register.lookUp({ ...FIRM, uscc: 'not a code' })).toMatchObject({ why: 'unknown-uscc' });
  });
});

describe('the register behind an address', () => {
  const key = 'a shared key';
  let server: Server;
  let answer: (body: string, headers: Record<string, unknown>) => { status: number; body: string; location?: string };
  const begin = async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const said = answer(body, request.headers);
        response.writeHead(said.status, said.location ? { location: said.location } : {});
        if (said.body !== 'never') response.end(said.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/lookup`;
    return httpRegister({ url, hosts: ['127.0.0.1'], key, clock: () => 1_795_000_000_000, timeoutMs: 400 });
  };
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });
  const found = (entity: object) => JSON.stringify({ found: true, asOf: '2026-11-27', entity });

  it('is asked with a signature over time and body, and judged by the rule of the table', async () => {
    const register = await begin();
    answer = (body, headers) => {
      const signature = createHmac('sha256', key)
        .update(`${String(headers['x-timestamp'])}\n${body}`)
        .digest('hex');
      return { status: headers['x-signature'] === signature ? 200 : 401, body: found(FIRM) };
    };
    expect(await register.lookUp({ ...FIRM, name: '苏州晨星(中国)有限公司' })).toEqual({
      answer: 'match',
      entity: { ...FIRM, asOf: '2026-11-27' },
    });
    expect(await register.lookUp({ ...FIRM, name: '苏州晚星有限公司' })).toMatchObject({ why: 'other-name' });
    answer = () => ({ status: 200, body: '{"found":false}' });
    expect(await register.lookUp(FIRM)).toEqual({ answer: 'no-match', why: 'unknown-uscc' });
  });

  it.each([
    ['an error', { status: 500, body: '' }],
    ['a redirect', { status: 302, body: '', location: 'http://127.0.0.1:1/' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['another shape', { status: 200, body: '{"found":true}' }],
    ['too much', { status: 200, body: JSON.stringify({ found: false, more: 'x'.repeat(40_000) }) }],
    ['silence', { status: 200, body: 'never' }],
  ])('counts %s as unavailable', async (_what, said) => {
    const register = await begin();
    answer = () => said;
    expect(await register.lookUp(FIRM)).toEqual({ answer: 'unavailable' });
  });

  it.each(['http://register.example.cn/x', 'https://elsewhere.example.cn/x', 'https://a:b@register.example.cn/x'])(
    'does not start with %s',
    (url) => {
      const hosts = ['register.example.cn'];
      expect(() => httpRegister({ url, hosts, key, clock: () => 0 })).toThrow(/REGISTER/);
    },
  );
});
