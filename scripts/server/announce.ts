import type { Addresses } from './addresses';
import type { Account } from './demo';

/** Says where the product can be reached and who can sign in to the demo. */
export function announce(
  { origins }: Addresses,
  accounts: Account[],
  { isDemo, lan }: { isDemo: boolean; lan: boolean },
) {
  console.log('');
  for (const [index, origin] of origins.entries()) console.log(`${index === 0 ? '访问地址' : '        '}  ${origin}`);
  if (isDemo && !lan) console.log('手机拍照请用局域网地址启动：npm start -- --lan');
  if (accounts.length > 0) {
    console.log('\n演示账号');
    const rows = accounts.map(({ label, organisation, username, password }) => [
      label,
      organisation ?? '',
      username,
      password,
    ]);
    for (const line of table([['角色', '单位', '用户名', '密码'], ...rows])) console.log(`  ${line}`);
  }
  if (isDemo) console.log(`\n短信、邮件、演示时钟与业务人员的动态口令：${origins[0]}/dev`);
  console.log('按 Ctrl+C 停止。Press Ctrl+C to stop.\n');
}

function table(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, columns(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
      .join('   ')
      .trimEnd(),
  );
}

/** Columns of a terminal: a Chinese character takes two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character) ? 2 : 1), 0);
}
