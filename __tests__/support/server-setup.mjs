// The whole product as `npm start` runs it, with a demo of its own, and a browser to visit it with.
import { build, prepare } from '../../scripts/tools/build.mjs';
import { importProjectFile, loadTypeScript } from '../../scripts/tools/typescript.mjs';

export default async function setUp() {
  await prepare();
  await loadTypeScript();
  const { startServer } = await importProjectFile('__tests__/support/start-server.ts');
  const { findBrowser } = await importProjectFile('__tests__/support/find-browser.ts');
  // The demo needs no build: it is made meanwhile.
  const built = build();
  const [server, browser] = await Promise.all([startServer(built), findBrowser(), built]);
  globalThis.portalTestServer = server;
  process.env.E2E_SERVER = JSON.stringify(server.facts);
  process.env.E2E_BROWSER = JSON.stringify(browser);
}
