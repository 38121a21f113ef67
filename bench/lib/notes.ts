/** What stands beside the figures of a run: how it was done, and what was learnt on the way. */
export interface Notes {
  readonly method: string;
  readonly learnt: readonly string[];
}

/** Notes by measurement. */
export const NOTES = {
  engine: {
    method:
      'One official trip of six people: submitted, signed by the unit, accepted, approved twice more, refused by the deputy director; what earlier runs called “closed” was this refusal. (a) pgbench plays the very statements the write path sends, captured from a real case, prepared, with the same rows; ids and keys are fetched by one more statement per case whose time is left out, and the first ten cases of each connection count neither in speed nor in processor time. (b) calls the use case in one Node process. (c) sends the same acts over HTTP after log-in, each answered with the whole case page; the load generator shares the client core. Warm: each case is played to its end before the next, so that its answers are in memory. Cold: every case has its first act before any has its second, and the process has forgotten it in between; a round in which answers were found in memory fails. Database and clients are bound to half of the cores each, one Node process per core left to the database. Jobs do not run, but for the cases that end approved, which are counted apart. Afterwards every case must have come to its end, or the run fails.',
    learnt: [
      '**Helped:** one reading per set of answers. The form was read again for every lookup, check, figure and page; definitions are now prepared once and the reading of an unchanged object is remembered. Processor time of an act over HTTP fell to less than half.',
      '**Helped:** the case page in one statement instead of five in two steps; answers of the log stay in the database.',
      '**Helped:** an act over HTTP answers with a page put together from what it read and wrote, instead of reading the case again. A test compares every such answer with a page read anew by a process that remembers nothing.',
      '**Helped:** uploads and registers a submission asks about in one statement instead of four; checks, masks and lookups of unchanged answers are not computed again, for they are pure. Submitted answers stay in memory, so the next act need not have them sent and unsealed.',
      '**Helped:** events written to their canonical text once, for the digest and for the row alike.',
      '**Did not help:** analysing empty tables. Plans prepared then read growing tables from end to end until autovacuum comes by; the run analyses after its first round, as a minute of operation would.',
      '**Did not help:** timing on a machine with other work. A Node process has one thread to lose, PostgreSQL eight backends: the measured ratio falls with every neighbour. The ratio by processor time is printed beside it.',
      '**Helped, cold:** a record built member by member. V8 adds to a record that was spread from parsed JSON twenty times slower than to one written out: opened answers are written out, rows that receive nothing are not copied. Opening the answers of this trip (14 KB, 133 sealed values) fell from 0.18 to 0.13 ms, of which 0.1 is SM4 and HMAC-SM3; listing what the form hides from 0.16 to 0.02 ms.',
      '**Helped, cold and warm:** a form read in one pass. A row’s values are read once and only its conditions judged again, an unconditional row is not judged twice, texts of plain characters are neither composed nor searched for invisible ones, and whether the fonts draw a character is a look into a table. The form of this trip fell from 0.77 to 0.29 ms; its answers, once read without a word, are not read again in another way. 1,500 random forms read letter for letter as before.',
      '**Helped:** what a register that follows a case would say of it is asked with one and the same empty answers, which are read once and not twice an act; what lookups are asked with is remembered apart from who asks.',
      '**Was the bench:** (a) replayed the unit of the captured case for cases of every unit, and seven cases of eight were not written. The count of cases at the end found it; units and their people are now replaced too, and it is counted after every round.',
      '**Was the bench:** rounds of 200 cases gave each connection of (a) fifteen counted cases, and its processor time held the planning of all statements.',
      '**Judged and left:** a driver that remembers what a prepared statement returns. Reading the description is 1 to 2 % of the processor time of an act over HTTP, pgbench has it sent as well, and it would stand on private parts of the driver.',
      '**This run** had neighbours (load 5 to 9 on two cores all along), and is one run of three rounds; the speed of a round moved by half, its processor time less. By processor time both warm goals are met (0.9 and 0.53), by the clock neither. Database time per act fell from 1.58 to 1.42 ms for (b) and from 2.15 to 1.93 for (c) against the run of 26 November. The log grew from 12.7 to 15.8 KB an act in all variants alike; that was not looked into.',
      '**Not there yet:** cold is 0.75 of warm by processor time, not 0.8, in (b) and (c) alike. What a forgotten case costs an act is 0.7 to 1 ms in Node (its form read once or twice, its answers unsealed, masked and judged by the checks again) and 0.3 to 0.5 ms in the database, which unpacks and sends 14 KB.',
      '**Next:** values sealed row by row instead of each with its path, and one digest for a person asked about in the act and again on its page (5 % of the processor time of an act over HTTP).',
    ],
  },
  scale: {
    method:
      'One closed case is copied with other ids, days, units, words, persons and offices (weights 1/rank, 30 % in the measured office, eight years); 120 cases are open, whatever the archive holds, for an office carries what its people can handle. A copy has what lists, searches and pages read: the case with its state, three tasks, two register rows, two notices, one audit line, every second one a paper; one in 49 and the newest 2,000 have their whole log, the others none, for no list reads it. Each question is asked 60 times through the same functions the HTTP door calls, the archives in turns. Afterwards every statement the questions sent is explained with its values, prepared ones also without: a plan that reads a growing table from end to end at the largest size fails the run.',
    learnt: [
      '**Helped:** an index in the very order registers are read in (rows without a day last), for the office and for one unit: the page cost 6 times as much at ten times the rows before.',
      '**Helped:** an index of open tasks for the dashboard, which read all tasks ever.',
      '**Helped:** indexes of what somebody has not read yet. The counts beside the inbox read all notices and copies from end to end: nearly everything is read, so the planner was right that the key on person alone was no way in.',
      '**Helped:** an index of what is not closed. The list of cases under way, and filters by step, light or running status, walked over every closed case to count the few that are left.',
      '**Helped:** character pairs for register rows as cases have them. A register searched for words nobody wrote was read to its end.',
      '**Helped:** trips by country and the number of rows of a register kept beside the rows, counted anew by the job that writes them for the days it touched. The dashboard read the trips of its span, the list of registers counted every row; a test compares both with the full computation after random cases, several hands at work.',
      '**Helped:** the audit found by person, object, address and action instead of reading it for a text anywhere in it, and the seal of a line by an index instead of walking all seals before it.',
      'The statistics come from day facts that a follower moves in commit order; a test compares them with the whole record after random cases and any number of followers at once.',
      '**Helped:** who may see a case followed along an index for each way there is: the unit, the applicant, the division that was given a seat, the person who sat there, decided or was copied. Each way gives its first rows, newest first, and the page is the first of all of them. Asked case by case, somebody of a division with a seat in hardly any of 300,000 cases waited 4 s for a page, now 1 ms; a unit that looked for its own applications waited three to four times as long as in a small archive.',
      '**Helped:** the ids that were read to count a list are the page as well: one walk instead of two. A list counts to 1,000 and a search to 100; what there is beyond is said with a plus.',
      '**Helped:** a list narrowed to days of filing runs by that day and its index. Along the ids it walked from today back to the month asked for: 1.2 s, now 4 ms.',
      '**Helped:** sums by month beside the day facts, moved by the same follower in the same transaction, and indexes that hold what the charts draw. A year on the dashboard took 170 ms, now 8.',
      '**Helped:** no parallel workers for what a page waits for. To start them took longer than to read the rows: a search within a division for the commonest word fell from 185 to 63 ms, and to 28 when its ids were read once.',
      '**Did not help:** search pairs out of line. An act no longer writes them again and a case takes 400 bytes less, but a search for a common word fetches each row twice; taken back.',
      '**Still grows:** a word that stands in one of eleven cases. It is looked for newest first, for to sort 27,000 hits would take longer: eleven cases are unpacked for every hit, 6 µs each, until a hundred are counted, and within a division once for each way that leads to its cases. **Next:** postings of common words in the order of the list.',
      '**Helped, after this run:** what one person decided (`dashboardOfOne`) is summed in the database; the run still sent every decision of the quarter to the program.',
      '**Grows with its answer:** the rows a question was answered with stand beside its time. A month of a small archive has thirty applications and one of a large archive thousands, of which fifty are shown and a thousand counted; a year of a small office has days without anything to draw.',
      '**Next, for space:** the state of a closed case is the largest part of it and follows from its log; after a year or two it could be folded again when somebody opens the case.',
    ],
  },
  web: {
    method:
      'Built for production, served by the program with its API over loopback to a cold browser; the first column counts scripts and styles, the second every answer with its heads as it came over the connection. Bodies are weighed after the page has settled.',
    learnt: [
      '**Was the bench:** it compressed what it weighed while the page still loaded, in the thread that answered the browser.',
      '**Helped:** who somebody is asked, and the code of the page fetched, while the program still starts: on the phone desk the page’s own code is there 250 to 400 ms earlier.',
      '**Helped:** code that has arrived is drawn at once. React’s own `lazy` shows its fallback even then, and a fallback once shown stays for 300 ms: the phone desk stood at 1.65 s before and at 1.32 and 1.39 s in the two runs after.',
      '**Helped:** no answer waits for the device to open its shelf; the filters of the phone, dialogs and all, come when they are opened.',
      'The times are the processor’s, not the line’s: in the traces all code of the phone desk has arrived after 0.7 s and the first text is painted after 1.1 to 1.3 s. A shared machine moves the medians by a third from one run to the next (one build of the phone desk 1.6 to 2.1 s within an hour); compare runs of one hour only. **Next:** the frame of the page drawn by the server, so that the first text does not wait for the program.',
    ],
  },
  papers: {
    method:
      'Approved trips; the production job makes acceptance notice, approval, roster and funding opinion of each: typesetting, Word file, ECDSA signature, SM2 record, file by digest, event, paper row, one commit each. The same number of papers is made in each way, one way after the other in one process, so that the later ones begin with more memory in use. “Event loop late” is how long somebody else’s request would have waited for its turn meanwhile. Processor time counts the Node process with its threads.',
    learnt: [],
  },
  nation: {
    method:
      'Every working day of the year, hour by hour, all offices at the same time, through the use cases on a virtual clock: arrivals with a season, the official holidays, fifteen of a hundred sent back for corrections, leaders away one week in seven, desks with a daily capacity, then the trip, the return, passports, report and closing. Groups per province and year are an assumption (300 to 1,500, together 24,250; `bench/lib/provinces.ts`), for no office publishes comparable counts. Jobs run after each day: papers (without typesetting and file store, which are measured by themselves), registers, notices, clocks; statistics and seals once a week. A run that is killed continues in its folder; a test does so.',
    learnt: [
      '**Helped:** one hand per case. An approval asks for several papers at once and each writes to the same case: two workers side by side overtook each other and made papers for nothing.',
      '**Helped:** statements of jobs are prepared in their transactions too; the large statement of an act was planned anew for every paper.',
      '**Helped:** the signing key of an office is opened once, not for every paper; rows of a register and messages are written in one statement each, not one by one.',
      '**Was the bench:** two hands that looked for work at the same moment could each hold a job the other waited for, and both went home; a server looks again within a second.',
      'What the year tells: with leaders away a week in seven and nobody standing in for them, 58 of a hundred are decided in time at the full volume, 86 at a thirtieth of it, where no desk ever has a queue; the backlog is largest at the end of May and in October.',
      '**Was the bench:** it asked each office by itself twelve times a day and let one office act after another.',
    ],
  },
  budget: {
    method:
      'Each of the three published texts, and the same budget as the program itself writes it in Excel, Word and PDF, read into the model and proved by the rules B01 to B17, one process, one after the other. Memory is what the process holds more after one reading. Then the three texts in turn, a thousand times.',
    learnt: [
      '**Helped:** lines a browser draws cell by cell joined before tables are told apart. A PDF printed by Chromium took 44 s, then 2.',
      '**Helped:** findings of one sort counted after the first 2,000. A workbook of 50 MB without a budget gave 190 MB of findings.',
    ],
  },
  kept: {
    method:
      'A register of stickers, written as people and imports write it: chained, sealed where it must be, told in the audit. Each question forty times, one after another, through the use case; the import is a CSV of ten thousand lines, looked at and then written.',
    learnt: [
      'Counts by stage are kept beside the rows in eight slots and summed; no list reads a register to its end.',
    ],
  },
  growth: {
    method:
      'A copy of the checkout with thirty copies of `outbound-trip` under other names, the thickest service there is (440 KB of source), beside the one as it is: the sweep as tests run it, three starts of an office that was filled once, pages loaded by a cold browser, what a service worker keeps.',
    learnt: [
      '**Helped:** columns of a register told with its rows and not with the list of all: 9.6 → 1 KB a register.',
      '**Was the bench:** resident memory, which is what a process has not thrown away yet: 5.7 MB a service in one run, none in the next. Runs after this one ask for what is held after a collection.',
      '**Noticed by this run:** the log-in had grown to 208 KB of code and the hall to 214, for the palette of commands stood in what every page loads. It comes when it is opened now, and `e2e/first-load` fails above 200 KB.',
    ],
  },
} satisfies Readonly<Record<string, Notes>>;
