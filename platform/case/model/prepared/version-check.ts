import {
  type Answers,
  type Field,
  fieldAt,
  type FileRef,
  type Form,
  same,
  showAnswer,
} from '@zhitongche/form';
import { type Basis, isJsonObject, type Json } from '@zhitongche/base';
import type { Check, CheckContext, Finding, Lookup } from '../check.ts';
import {
  factsIn,
  placesOf,
  type PreparedFacts,
  type PreparedPaper,
  type PreparedPapers,
  type PreparedPlace,
} from './prepared-paper.ts';

/** Name of the lookup that knows what was drawn of a draft. */
export const DRAWN = 'prepared-papers';

const BASIS: Basis = { title: '《中华人民共和国行政许可法》', article: '第三十一条', unconfirmed: true };

/** Of a service, what its prepared papers are about. */
interface Papers {
  readonly form: Form;
  readonly prepared: PreparedPapers;
  derive(answers: Answers, context: CheckContext): Json;
}

/** What is asked of one upload: what each of its papers would show now, and the codes its files carry. */
export interface DrawnAsked {
  readonly papers: Readonly<Record<string, PreparedFacts>>;
  /** Answers, and columns of its row (`row/…`), whose old values may be told. */
  readonly open: readonly string[];
  readonly codes: readonly string[];
}

/** One version that was drawn: what of it differs from what is filled in now. */
export interface DrawnVersion {
  readonly paper: string;
  /** Answers, and columns of its row, that were other ones. */
  readonly changed: readonly string[];
  /** What they were, as far as nothing of it is private. */
  readonly was: Answers;
  readonly figures: Json;
}

/** What is known of one upload. */
export interface DrawnKnown {
  /** Whether any paper was drawn for it. */
  readonly drawn: boolean;
  /** By code. */
  readonly versions: Readonly<Record<string, DrawnVersion>>;
}

const placeKey = ({ at }: Pick<PreparedPlace, 'at'>): string => at.join('.');

interface Upload extends PreparedPlace {
  readonly papers: readonly string[];
}

/** Uploads that papers of the service come back as and something was brought for. */
const uploads = ({ prepared }: Pick<Papers, 'prepared'>, sound: Answers): readonly Upload[] => {
  const backs = [...new Set(Object.values(prepared).map(({ back }) => back))];
  return backs.flatMap((back) => {
    const papers = Object.keys(prepared).filter((key) => prepared[key]?.back === back);
    return placesOf(back, sound).flatMap((place) => (place.files.length > 0 ? [{ ...place, papers }] : []));
  });
};

/** Short values nobody hides; rows of a table are told as changed, not one by one. */
const tellable = (field: Field | undefined): boolean =>
  field !== undefined &&
  (field.sensitivity ?? 'open') === 'open' &&
  field.kind !== 'table' &&
  field.kind !== 'files' &&
  !(field.kind === 'text' && field.max > 200);

const openIn = (form: Form, paper: PreparedPaper): readonly string[] => {
  const [table = ''] = paper.back.split('.');
  return [
    ...paper.shows.filter((key) => tellable(fieldAt(form, [key])?.field)),
    ...(paper.ofRow ?? [])
      .filter((key) => tellable(fieldAt(form, [table, 0, key])?.field))
      .map((key) => `row/${key}`),
  ];
};

const askedOf = (service: Papers, sound: Answers, upload: Upload): DrawnAsked => {
  const papers = upload.papers.flatMap((key) => {
    const paper = service.prepared[key];
    // Figures are held against each other by the check, which can compute them.
    const facts = paper && factsIn({ ...paper, figures: () => null }, sound, null, upload.row);
    return paper && facts ? [{ key, facts, open: openIn(service.form, paper) }] : [];
  });
  return {
    papers: Object.fromEntries(papers.map(({ key, facts }) => [key, facts])),
    open: papers.flatMap(({ open }) => open),
    codes: upload.files.flatMap(({ version }) => version ?? []),
  };
};

/** Asks what was drawn for each upload, and what of it differs. */
export const drawnLookup = (service: Papers): Lookup => ({
  provider: DRAWN,
  args(sound) {
    const asked = uploads(service, sound).map((upload) => [
      placeKey(upload),
      askedOf(service, sound, upload),
    ]);
    // Facts of answers are JSON as the answers are.
    return asked.length === 0 ? undefined : (Object.fromEntries(asked) as Json);
  },
});

const knownOf = (told: Json | undefined, upload: Upload): DrawnKnown | undefined =>
  isJsonObject(told) ? (told[placeKey(upload)] as unknown as DrawnKnown | undefined) : undefined;

/** `出境日期（原为2026-03-01）`, or only what changed where the old value is private or long. */
const differences = (form: Form, at: PreparedPlace['at'], { changed, was }: DrawnVersion): string =>
  changed
    .map((key) => {
      const column = key.startsWith('row/') ? key.slice(4) : undefined;
      const found = fieldAt(form, column === undefined ? [key] : [at[0] ?? '', 0, column])?.field;
      const before = was[key];
      if (!found) return key;
      return before === undefined
        ? found.label
        : `${found.label}（原为“${showAnswer(found, before, 'zh')}”）`;
    })
    .join('、');

const stale = (file: FileRef, at: PreparedPlace['at'], title: string, what: string): Finding => ({
  at,
  message: `“${file.name}”是《${title}》的旧版本，下载之后改了：${what}`,
  en: `${file.name} is an older version of the paper`,
  todo: '请重新下载、盖章后传回，并移除这一份；或把所填内容改回',
});

const unknown = (file: FileRef, at: PreparedPlace['at']): Finding => ({
  at,
  message: `“${file.name}”的版本码${file.version ?? ''}不是本件代拟稿的`,
  en: `The version code of ${file.name} is none of this case`,
  todo: '请照纸面核对版本码；拿错文件的，移除后传回本件的盖章稿',
});

const findings = (service: Papers, sound: Answers, context: CheckContext): readonly Finding[] => {
  const told = context.facts.lookup(DRAWN);
  return uploads(service, sound).flatMap((upload) => {
    const known = knownOf(told, upload);
    if (!known) return [];
    return upload.files.flatMap((file) => {
      if (file.version === undefined || file.version === '') return [];
      const version = known.versions[file.version];
      const paper = version && service.prepared[version.paper];
      if (!version || !paper) return [unknown(file, upload.at)];
      const figures = paper.figures?.(service.derive(sound, context)) ?? null;
      const money = paper.figures !== undefined && !same(figures, version.figures);
      const what = [differences(service.form, upload.at, version), money ? '自动计算的数额' : ''].filter(
        Boolean,
      );
      return what.length === 0 ? [] : [stale(file, upload.at, paper.title, what.join('、'))];
    });
  });
};

/** A paper that was drawn and comes back without its code: typed by hand, or explained. */
const uncoded = (service: Papers, sound: Answers, context: CheckContext): readonly Finding[] =>
  uploads(service, sound).flatMap((upload) =>
    knownOf(context.facts.lookup(DRAWN), upload)?.drawn
      ? upload.files
          .filter(({ version }) => version === undefined || version === '')
          .map((file) => ({
            at: upload.at,
            message: `“${file.name}”上没有读到版本码，不能核对是否为最新的代拟稿`,
            en: `No version code was read from ${file.name}`,
            todo: '请照纸面左下角填写版本码；由单位自行拟写的，请说明',
          }))
      : [],
  );

/** What came back must be the version that says what is filled in. */
export const versionChecks = (service: Papers): readonly Check[] => [
  {
    code: 'prepared.version',
    title: '代拟稿盖章后传回的，与所填一致',
    level: 'block',
    basis: BASIS,
    reads: [],
    run: (sound, context) => findings(service, sound, context),
  },
  {
    code: 'prepared.uncoded',
    title: '下载过代拟稿的，传回的盖章件有版本码',
    level: 'warn',
    basis: BASIS,
    reads: [],
    run: (sound, context) => uncoded(service, sound, context),
  },
];
