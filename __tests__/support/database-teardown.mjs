export default async function tearDown() {
  await globalThis.portalTestDatabase?.stop();
}
