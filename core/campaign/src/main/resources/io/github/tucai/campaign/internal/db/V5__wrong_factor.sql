-- Wrong second factors in a row, by a keyed hash of campaign and enrolment. Rows go with a right one, with the record, and
-- where they no longer count with the next start.
create table wrong_factor (
  lookup varchar(64) primary key,
  wrong integer not null,
  last_millis bigint not null
);
