const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙设备'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓手机'],
  [/Windows NT/, 'Windows 电脑'],
  [/Macintosh|Mac OS X/, 'Mac 电脑'],
  [/CrOS/, 'Chromebook'],
  [/Linux|X11/, 'Linux 电脑'],
];

// The particular ones first: each of them calls itself Chrome or Safari as well.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/QQBrowser|MQQBrowser/i, 'QQ 浏览器'],
  [/UCBrowser/i, 'UC 浏览器'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/QIHU|360SE|360EE/i, '360 浏览器'],
  [/MetaSr|SogouMobileBrowser/i, '搜狗浏览器'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS|Chromium/, 'Chrome'],
  [/Trident|MSIE/, 'IE'],
  [/Safari\//, 'Safari'],
];

/** A browser in words that its owner knows it by: Windows 电脑，Chrome. What it says of itself is not proof of anything. */
export function deviceWords(userAgent: string | null): string {
  const found = (table: typeof SYSTEMS) => table.find(([sign]) => userAgent && sign.test(userAgent))?.[1];
  const [system, browser] = [found(SYSTEMS), found(BROWSERS)];
  if (!system && !browser) return '未知设备';
  return [system ?? '未知设备', browser ?? '其他浏览器'].join('，');
}

// Where the browser that is named writes its version; what only calls itself Chrome or Safari comes last.
const VERSIONS =
  /(?:MicroMessenger|DingTalk|QQBrowser|UCBrowser|HuaweiBrowser|MiuiBrowser|Edg(?:e|A|iOS)?|OPR|Firefox|FxiOS|CriOS|Chromium|Chrome|Version|MSIE|rv)[/ :](\d{1,3})/i;

/** The same with the main version, where it is told: Windows 电脑，Chrome 138. */
export function browserWords(userAgent: string | null): string {
  const words = deviceWords(userAgent);
  const named = BROWSERS.find(([sign]) => userAgent && sign.test(userAgent));
  const from = named && userAgent ? userAgent.slice(userAgent.search(named[0])) : '';
  const version = (VERSIONS.exec(from) ?? VERSIONS.exec(userAgent ?? ''))?.[1];
  return named && version ? `${words} ${version}` : words;
}
