// Imported first by every entry script and therefore written so that an old Node can still read it.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    '需要 Node.js 20.19 或更高版本，当前为 ' + process.versions.node + '。请到 https://nodejs.org 下载安装后重试。',
  );
  console.error('Node.js 20.19 or newer is needed; this is ' + process.versions.node + '.');
  process.exit(1);
}
