-- needed by the program of this version
-- Who may not take a seat although their post would let them: whoever asks for what is decided, and whoever has signed
-- for the same pool already. Null: written by a program that did not say it.
alter table task add column barred uuid[];

-- Whether what was uploaded to a case came to be part of it: null, nobody looked yet; false, no event named it when it was
-- looked at last, and it goes at the next look.
alter table upload add column named boolean;
alter table upload add column looked_at timestamptz;
