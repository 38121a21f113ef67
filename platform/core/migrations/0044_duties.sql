-- Since when this office has a duty that recurs, and when it was last looked at. What a duty opened for a period is told by the
-- row it opened: its id is made of the period, so that the primary key of rows lets it be there once.
create table duty_look (
  office text not null,
  duty text not null,
  since date not null,
  looked_on date,
  looked_at timestamptz,
  primary key (office, duty)
);

grant select, insert, update, delete on duty_look to zhitongche_app;
