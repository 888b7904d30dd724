type Facts = { readonly wordmark: string; readonly phone?: string; readonly email?: string };

const BROWSERS = ['Microsoft Edge', 'Google Chrome', 'Firefox', '360 安全浏览器、QQ 浏览器、搜狗浏览器（极速模式）'];

/**
 * Plain HTML with the few styles that Internet Explorer 9 understands: no script, no grid, no custom property. The
 * manual once asked for that browser; here both CAs work in every current one.
 */
export function oldBrowserPage({ wordmark, phone, email }: Facts): string {
  const title = '请换一个浏览器';
  const contact = [phone && `电话 ${phone}`, email && `邮箱 ${email}`].filter(Boolean).join('，');
  const list = BROWSERS.map((name) => `<li>${escape(name)}</li>`).join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${escape(wordmark)}</title>
<style>
body { margin: 0; background: #f5f7fa; color: #1f2933; font: 16px/1.7 "Microsoft YaHei", "PingFang SC", sans-serif; }
.head { padding: 20px 24px; border-bottom: 3px solid #1557a6; background: #ffffff; font-size: 20px; font-weight: bold; }
.main { max-width: 680px; margin: 32px auto; padding: 24px 32px 32px; border: 1px solid #d9e2ec; background: #ffffff; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.3; }
h2 { margin: 24px 0 4px; font-size: 18px; }
p, ul, ol { margin: 0 0 8px; }
</style>
</head>
<body>
<div class="head">${escape(wordmark)}</div>
<div class="main">
<h1>${title}</h1>
<p>您正在使用 Internet Explorer，或其他浏览器的兼容模式。本网站在其中不能运行。</p>
<h2>可以使用</h2>
<ul>${list}</ul>
<p>江苏CA 和苏州CA 在这些浏览器中都能使用，不再需要 Internet Explorer。</p>
<h2>怎样换</h2>
<ol>
<li>用 360、QQ、搜狗浏览器的，点击地址栏右侧的图标，改为“极速模式”。</li>
<li>用 Edge 的 IE 模式的，点击地址栏左侧的 IE 图标，选择“在 Microsoft Edge 中打开”。</li>
<li>用 Internet Explorer 的，从开始菜单打开 Microsoft Edge，再输入本网站的网址。</li>
</ol>
${contact ? `<h2>需要帮助</h2><p>技术支持：${escape(contact)}</p>` : ''}
</div>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
