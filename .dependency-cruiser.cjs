/**
 * Who may import whom. Default deny: what no row of `allowed` permits is an error, so a new folder is illegal until it
 * is declared here. The order of AREAS is the direction: an area knows those before it, never those after it.
 */

// One entry per step; areas that share a step may know one another (cycles are refused apart from this).
const AREAS = [
  ['files', 'paper', 'enterprise', 'programme', 'forms'],
  ['application'],
  ['review'],
  ['letter', 'conversation'],
  ['notice'],
  ['receipt'],
  ['disbursement'],
  ['objection'],
  ['capture'],
  ['desk'],
  ['statistics', 'export'],
  ['demo'],
];
const ALL = AREAS.flat();

/** Folders of an area that read or make files: no database, no page, no clock. */
const CRAFT = '(reading|render|document)';

const any = (names) => `(${names.join('|')})`;
const row = (comment, from, ...to) => to.map((path) => ({ comment, from: { path: from }, to: { path } }));
const npm = (from, ...names) => ({
  from: { path: from },
  to: { path: `node_modules/(@types/)?${any(names)}(/|$)` },
});
const builtin = (from, names = '.*') => ({
  from: { path: from },
  to: { dependencyTypes: ['core'], path: `^(node:)?${names}$` },
});

const KERNEL = '^lib/kernel/';
const DB = '^(lib/db/|prisma/generated/)';
// The one table of refusals and the names of people: pure, although they lie beside what is not.
const WORDS = '^lib/access/(refusals|actor)\\.ts$';
const CARRIERS = '^lib/(access|audit|db|ports)/';

const areaRows = AREAS.flatMap((step, index) =>
  step.flatMap((area) => {
    const left = AREAS.slice(0, index + 1).flat();
    const own = `^lib/${area}/`;
    const rules = `^lib/${any(left)}/rules/`;
    const leftCommands = `^lib/${any(left)}/commands/`;
    const leftCraft = `^lib/${any(left)}/${CRAFT}/`;
    const queries = `^lib/${any(left)}/[a-z-]*queries\\.ts$`;
    return [
      ...row('rules are pure', `${own}rules/`, KERNEL, WORDS, rules),
      npm(`${own}rules/`, 'zod'),
      ...row(
        'reading and making files',
        `${own}${CRAFT}/`,
        KERNEL,
        rules,
        `${own}(vision|${CRAFT})/`,
        leftCraft,
        '^lib/ports/',
        WORDS,
      ),
      ...row('examples are data', `${own}samples`, `${own}(samples|rules)`),
      npm(`${own}${CRAFT}/`, '.*'),
      builtin(`${own}${CRAFT}/`),
      ...row(
        'stores and queries',
        `${own}[^/]+\\.ts$`,
        KERNEL,
        rules,
        DB,
        '^lib/access/',
        '^lib/audit/[a-z-]*queries\\.ts$',
        `${own}[^/]+\\.ts$`,
        `${own}${CRAFT}/`,
        queries,
      ),
      npm(`${own}[^/]+\\.ts$`, 'server-only', 'zod'),
      ...row('commands', `${own}commands/`, own, KERNEL, rules, leftCommands, leftCraft, queries, CARRIERS),
      npm(`${own}commands/`, 'server-only', 'zod'),
      builtin(`${own}commands/`, 'crypto'),
    ];
  }),
);

const carrierRows = [
  ...row(
    'the public form of an objection has a picture code and limits',
    '^lib/objection/rules/',
    '^lib/access/rules/(picture-code\\.schema|sign-in-refusals|time-words)\\.ts$',
  ),
  ...row('kernel stands alone', KERNEL, KERNEL),
  npm(KERNEL, 'zod', 'chinese-days'),
  ...row('seeing', '^lib/capture/vision/', KERNEL, '^lib/(paper|receipt|capture)/rules/', '^lib/capture/vision/'),
  npm('^lib/capture/vision/', 'zxing-wasm'),
  ...row('the database', '^lib/db/', KERNEL, DB, '^lib/(access|audit)/'),
  npm('^lib/db/', 'pg', '@prisma/adapter-pg', '@prisma/client', 'graphile-worker', 'uuid', 'server-only'),
  builtin('^lib/db/'),
  ...row('the audit', '^lib/audit/', KERNEL, DB, '^lib/(access|audit)/'),
  builtin('^lib/audit/', 'crypto'),
  ...row('who may do what', '^lib/access/', KERNEL, DB, '^lib/(access|audit|ports)/', `^lib/${any(ALL)}/rules/`),
  ...row('what waits is counted as its page counts it', '^lib/access/waiting-queries', '^lib/files/upload-queries'),
  ...row('codes and passwords go out by the outbox', '^lib/access/commands/', '^lib/messaging/(commands|rules)/'),
  npm('^lib/access/', 'zod', 'server-only', '@node-rs/argon2', 'sharp', '@napi-rs/canvas', 'otplib', '@noble/hashes'),
  builtin('^lib/access/'),
  ...row('ports', '^lib/ports/', KERNEL, '^lib/ports/', `^lib/${any(ALL)}/rules/`),
  ...row('drivers', '^lib/drivers/', KERNEL, '^lib/(ports|drivers|db)/', `^lib/${any(ALL)}/(rules|${CRAFT})/`),
  npm('^lib/drivers/', '.*'),
  builtin('^lib/drivers/'),
  ...row('messages', '^lib/messaging/', KERNEL, '^lib/messaging/', CARRIERS, DB, `^lib/${any(ALL)}/rules/`),
  npm('^lib/messaging/', 'zod', 'server-only'),
  ...row('jobs', '^lib/jobs/', '^lib/', DB),
  npm('^lib/jobs/', 'zod', 'server-only', 'graphile-worker'),
  ...row('the one place that chooses', '^lib/runtime/', '^lib/', DB),
  npm('^lib/runtime/', '.*'),
  builtin('^lib/runtime/'),
];

const QUERIES = '^lib/[a-z]+/[a-z-]*queries\\.ts$';
const RULES = '^lib/[a-z]+/rules/';
const ENTRANCE = '^app/(.*/(actions|route)\\.ts$|api/auth/)';
const pageRows = [
  ...row('parts without a domain word', '^components/ui/', KERNEL, '^components/ui/'),
  npm('^components/ui/', 'react', 'react-dom', 'next', '@tanstack/react-virtual'),
  ...row('parts', '^components/', KERNEL, RULES, '^components/', '^lib/capture/vision/', '^app/.*/actions\\.ts$'),
  ...row('parts know the words of a refusal', '^components/', WORDS),
  { from: { path: '^components/' }, to: { path: QUERIES, dependencyTypes: ['type-only'] } },
  ...row('parts know the state of an action', '^components/', '^lib/runtime/action-state\\.ts$'),
  npm('^components/', 'react', 'react-dom', 'next', 'qrcode.react', 'echarts', 'idb', 'uuid'),
  ...row(
    'pages',
    '^app/',
    KERNEL,
    RULES,
    QUERIES,
    '^components/',
    '^app/',
    '^lib/runtime/(page|frame-data|demo)\\.tsx?$',
  ),
  ...row(
    'what this browser is registering',
    '^app/\\((public|registration)\\)/',
    '^lib/runtime/ca-browser-cookie\\.ts$',
  ),
  ...row(
    'frames show who is here, they guard nothing',
    '^app/.*layout\\.tsx$',
    '^lib/runtime/request-context\\.ts$',
    '^lib/access/(actor|context)\\.ts$',
  ),
  npm('^app/', 'react', 'react-dom', 'next', 'zod'),
  ...row('pages show what a person may do', '^app/.*/page\\.tsx$', '^lib/access/(authorise|actor)\\.ts$'),
  ...row('titles of public pages', '^app/\\(public\\)/', '^lib/runtime/request-context\\.ts$'),
  ...row('the pages of the demo', '^app/dev/', '^lib/runtime/', '^lib/access/(picture-code|second-factor)/'),
  ...row('entrances', ENTRANCE, '^lib/[a-z]+/commands/', '^lib/access/picture-code/', '^lib/runtime/'),
  npm(ENTRANCE, 'next-auth', 'uploadthing', 'server-only'),
  ...row('process', '^(instrumentation|proxy)\\.ts$', '^lib/runtime/'),
];

// Tools, tests and seeds stand outside the product and may use all of it.
const OUTSIDE = '^(scripts|__tests__|prisma|bench)/|^[^/]+\\.(ts|mjs|cjs)$';
const outsideRows = [
  ...row('tools, tests, seeds', OUTSIDE, '^(lib|app|components|scripts|__tests__|prisma|bench)/', '^[^/]+\\.(ts|mjs)$'),
  npm(OUTSIDE, '.*'),
  builtin(OUTSIDE),
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'pure-rules',
      comment: 'No Node, no framework, no database in what must also run in a browser.',
      severity: 'error',
      from: { path: '^lib/(kernel|[a-z]+/rules|capture/vision)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^(__tests__|scripts|bench)/' },
    },
  ],
  allowed: [...areaRows, ...carrierRows, ...pageRows, ...outsideRows],
  allowedSeverity: 'error',
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$|^prisma/generated/internal/|^lib/capture/vision/generated/|^next-env' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
