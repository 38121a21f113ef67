/** The arrows of the house, one sentence each: why the arrow that is missing is missing. */
const testFile = '(\\.test\\.tsx?$|/testing/|/testing\\.ts$|^packages/[^/]+/test/)';
const ours = '^(packages|platform|catalogue|apps|offices|e2e|bench|scripts)/';
const FACES = '^platform/[^/]+/';

/** Files of one floor may import of ours only what `to` names. */
const mayImport = (name, from, to, comment) => ({
  name,
  comment,
  from: { path: from, pathNot: testFile },
  to: { path: ours, pathNot: to },
});

/** Imports that no arrow allows; `from.path` may capture a group that `to` repeats as `$1`. */
export const forbidden = [
  mayImport(
    'packages-know-no-office',
    '^packages/',
    ['^packages/'],
    'A package knows nothing of an office: it must be of use to somebody who has none.',
  ),
  mayImport(
    'models-are-pure',
    `${FACES}model/`,
    ['^packages/(base|formats|typeset)/', `${FACES}model/`],
    'A model runs the same in a browser, a server and a test, so it knows neither of them.',
  ),
  {
    name: 'kernel-needs-nothing',
    comment:
      'What decides a case decides without clock, disk or network, so it may import neither Node nor a package.',
    from: { path: '^(packages/base/src|platform/(access|case|form|office)/model)/', pathNot: testFile },
    to: { kinds: ['node', 'package'], except: ['@zhitongche/'] },
  },
  mayImport(
    'servers-stand-on-models',
    `${FACES}server/`,
    ['^packages/(?!ui/)', `${FACES}(model|server)/`],
    'A room serves what it is; which services there are and what runs it is told to it from above.',
  ),
  mayImport(
    'webs-stand-on-models',
    `${FACES}web/`,
    ['^packages/(base|ui)/', `${FACES}(model|web)/`],
    'The browser never pulls in the server: what it knows of it is the contract.',
  ),
  mayImport(
    'a-service-stands-on-the-platform',
    '^catalogue/',
    ['^packages/', '^platform/', '^catalogue/'],
    'The catalogue says what an office does; it never reaches into what runs it.',
  ),
  {
    name: 'a-definition-is-pure',
    comment: 'If a definition could reach the server, a rule could answer differently in the browser.',
    from: {
      path: '^catalogue/',
      pathNot: [
        testFile,
        '^catalogue/(cards|catalogue|entries|find-service|shelf)\\.ts$',
        '^catalogue/[^/]+/[^/]+/(server|web|demo)/',
        '^catalogue/shared/demo/',
      ],
    },
    to: { path: [`${FACES}(server|web)/`, '^packages/(host|ui)/'] },
  },
  {
    name: 'one-service-not-to-another',
    comment:
      'A service folder can be read, changed and removed alone; what two share belongs on the platform.',
    from: { path: '^catalogue/([^/]+/[^/]+)/', pathNot: testFile },
    to: { path: '^catalogue/[^/]+/', pathNot: ['^catalogue/$1/', '^catalogue/shared/'] },
  },
  {
    name: 'a-folder-is-named-by-its-line-only',
    comment: 'A service is one folder and one line: nothing else may need it to be there.',
    from: {
      path: ours,
      pathNot: [testFile, '^catalogue/', '^(bench|e2e|offices|scripts)/'],
    },
    to: { path: '^catalogue/[^/]+/[^/]+/' },
  },
  {
    name: 'server-not-to-web',
    comment:
      'The server serves built files; importing web source would couple two programs that are deployed apart.',
    from: { path: '^apps/server/', pathNot: testFile },
    to: { path: ['^apps/web/', `${FACES}web/`, '^packages/ui/', '^(e2e|bench|scripts)/'] },
  },
  {
    name: 'web-not-to-server',
    comment: 'The browser bundle must never pull in the server: what the web knows of it is the contract.',
    from: { path: '^apps/web/', pathNot: testFile },
    to: { path: ['^apps/server/', `${FACES}server/`, '^packages/host/', '^(e2e|bench|scripts)/'] },
  },
  {
    name: 'http-not-to-store',
    comment:
      'Routes go through a use case, because only a use case asks who is acting before it touches a row.',
    from: { path: '^apps/server/src/http/', pathNot: testFile },
    to: { path: '^platform/[^/]+/server/store/' },
  },
  {
    name: 'offices-are-data',
    comment:
      'An office is rows and figures: it names services and nouns but never reaches into the machinery that serves it.',
    from: { path: '^offices/src/', pathNot: testFile },
    to: {
      path: ours,
      pathNot: ['^offices/', '^catalogue/', `${FACES}model/`, '^packages/(base|formats|typeset)/'],
    },
  },
  {
    name: 'one-entrance',
    comment: 'A room is entered by its index, or by what its package.json names; behind it all may change.',
    from: { path: '^(packages|platform)/([^/]+)/', pathNot: testFile },
    to: { relative: true, path: '^(packages|platform)/[^/]+/', pathNot: ['^$1/$2/'] },
  },
  {
    name: 'tests-stay-tests',
    comment: 'Code that runs in an office must not lean on what only tests may do, such as a fake clock.',
    from: { path: '^(packages|platform|catalogue|apps|offices)/', pathNot: [testFile] },
    to: { path: ['\\.test\\.tsx?$', '/testing/'] },
  },
  {
    name: 'declared-packages-only',
    comment: 'A package that is not in package.json is present by accident and gone after the next install.',
    from: { path: '^(packages|platform|catalogue|apps|offices)/' },
    to: { undeclared: true },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere fails at an office, at night.',
    from: { path: '^(packages|platform|catalogue|apps|offices)/' },
    to: { kinds: ['nowhere'] },
  },
];
