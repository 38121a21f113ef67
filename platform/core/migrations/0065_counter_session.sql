-- A session an officer opened at the public door to type in what somebody brought ends with the session it was opened from.
alter table visitor_session add column officer_session bytea;
