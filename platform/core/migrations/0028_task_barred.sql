-- Who may not take a seat although their post would let them: whoever asks for what is decided, and whoever has signed
-- for the same pool already. Null: written by a program that did not say it.
alter table task add column barred uuid[];
