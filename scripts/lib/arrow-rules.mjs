/** The arrows between rooms. One sentence each: why the arrow that is missing is missing. */
const room = (name) => `^packages/${name}/src`;
const testFile = '\\.test\\.tsx?$';

/** Only these rooms may be imported by `from`; anything else of ours is refused. */
const mayImport = (from, rooms, comment) => ({
  name: `${from}-imports-only-${rooms.length ? rooms.join('-') : 'itself'}`,
  comment,
  from: { path: room(from) },
  to: {
    path: '^(packages|offices|e2e|bench|scripts)/',
    pathNot: [from, ...rooms].map((name) => `^packages/${name}/`),
  },
});

/** Imports that no arrow allows; `from.path` may capture a group that `to` repeats as `$1`. */
export const forbidden = [
  mayImport(
    'kernel',
    [],
    'The kernel is pure: it must run the same in a browser, a server and a test, so it knows no other room.',
  ),
  {
    name: 'kernel-needs-nothing',
    comment:
      'The kernel decides without clock, disk or network, so it may import neither Node nor a package.',
    from: { path: room('kernel'), pathNot: testFile },
    to: { kinds: ['node', 'package'] },
  },
  mayImport(
    'services',
    ['kernel', 'budget'],
    'A service is a declaration: if it could reach the server, a rule could answer differently in the browser.',
  ),
  mayImport(
    'papers',
    ['kernel'],
    'Papers are codecs of the outside world and must stay usable without a database or an office.',
  ),
  mayImport(
    'budget',
    ['kernel'],
    'Budget arithmetic is checked against published figures on its own, so nothing else may leak into it.',
  ),
  mayImport(
    'contract',
    ['kernel'],
    'The promise must be readable by both ends, so it may only speak in the nouns of the kernel.',
  ),
  mayImport(
    'web',
    ['contract', 'kernel', 'services', 'budget'],
    'The browser bundle must never pull in the server: what the web knows of it is the contract.',
  ),
  {
    name: 'server-not-to-web',
    comment:
      'The server serves built files; importing web source would couple two programs that are deployed apart.',
    from: { path: room('server') },
    to: { path: ['^packages/web/', '^(e2e|bench|scripts)/'] },
  },
  {
    name: 'http-not-to-store',
    comment:
      'Routes go through a use case, because only a use case asks who is acting before it touches a row.',
    from: { path: '^packages/server/src/http/', pathNot: testFile },
    to: { path: '^packages/server/src/store/' },
  },
  {
    name: 'one-service-not-to-another',
    comment:
      'A service folder can be read, changed and removed alone; what two share belongs beside them or in the kernel.',
    from: { path: '^packages/services/src/([^/]+)/' },
    to: {
      path: '^packages/services/src/[^/]+/',
      pathNot: ['^packages/services/src/$1/', '^packages/services/src/shared/'],
    },
  },
  {
    name: 'offices-are-data',
    comment:
      'An office is rows and figures: it names services and nouns but never reaches into the machinery that serves it.',
    from: { path: '^offices/src/' },
    to: { path: '^(packages|e2e|bench|scripts)/', pathNot: ['kernel', 'services', 'papers'].map(room) },
  },
  {
    name: 'tests-stay-tests',
    comment: 'Code that runs in an office must not lean on what only tests may do, such as a fake clock.',
    from: { path: '^(packages|offices)/', pathNot: [testFile, '/testing/'] },
    to: { path: [testFile, '/testing/'] },
  },
  {
    name: 'declared-packages-only',
    comment: 'A package that is not in package.json is present by accident and gone after the next install.',
    from: { path: '^(packages|offices)/' },
    to: { undeclared: true },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere fails at an office, at night.',
    from: { path: '^(packages|offices)/' },
    to: { kinds: ['nowhere'] },
  },
];
