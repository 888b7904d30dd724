export default async function tearDown() {
  await globalThis.portalTestServer?.stop();
}
