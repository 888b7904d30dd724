// The agent that reaches a CA key, as a simulator: `npm run ca-agent [-- --port 3001 --folder .data/ca --origins URL,URL]`
import { parseArgs } from 'node:util';
import { caAgent } from './ca-agent/agent';
import { inProject } from './tools/project.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.CA_AGENT_PORT ?? '0' },
    folder: { type: 'string', default: inProject('.data', 'ca') },
    origins: { type: 'string', default: 'http://localhost:3000,http://127.0.0.1:3000' },
  },
});

const server = caAgent({
  folder: values.folder,
  origins: values.origins.split(','),
  crash: () => setImmediate(() => process.exit(1)),
});
// Ends with whoever started it, also when that was killed.
if (process.send) process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : values.port}`;
  if (process.send) process.send({ origin });
  else console.log(`CA 驱动模拟程序  ${origin}`);
});
