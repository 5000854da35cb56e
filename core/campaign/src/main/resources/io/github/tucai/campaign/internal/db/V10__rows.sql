-- Rows to read, one for each record: a function of its events, written in their transaction, made anew by a rebuild. No number,
-- name or word of anybody; erasing a record takes its rows away. Damaged: its events could not be read when somebody looked, and
-- the row says what was known before.
create table tucai_record (
  stream varchar(32) primary key,
  campaign varchar(64) not null,
  school varchar(16) not null,
  events integer not null,
  state varchar(16) not null,
  presented boolean not null,
  accepted boolean not null,
  accepted_day date,
  delivered boolean not null,
  refused boolean not null,
  undecided boolean not null,
  publishable boolean not null,
  billable boolean not null,
  attempts integer not null,
  faults varchar(2000) not null,
  delivery varchar(12),
  errata integer not null,
  errata_millis bigint,
  round integer,
  paid_fen bigint not null,
  unmatched_fen bigint not null,
  billed varchar(16),
  arranged_millis bigint,
  damaged boolean not null
);

create index tucai_record_campaign on tucai_record (campaign, stream);
create index tucai_record_school on tucai_record (campaign, school, stream);
-- All that coverage counts, so that it reads no row.
create index tucai_record_coverage
  on tucai_record (campaign, school, state, presented, accepted, delivered, refused, damaged);

-- On which lists a record stands, and since when.
create table tucai_record_list (
  stream varchar(32) not null,
  list varchar(16) not null,
  campaign varchar(64) not null,
  school varchar(16) not null,
  since_millis bigint not null,
  primary key (stream, list)
);

create index tucai_record_list_campaign on tucai_record_list (campaign, list, since_millis, stream);
create index tucai_record_list_school on tucai_record_list (campaign, school, list, since_millis, stream);

-- One for each school.
create table tucai_school (
  stream varchar(32) primary key,
  campaign varchar(64) not null,
  school varchar(16) not null,
  events integer not null,
  registered boolean not null,
  region varchar(64) not null,
  mode varchar(16) not null,
  expected integer,
  round integer,
  due date,
  answered boolean not null,
  open_fen bigint not null,
  unmatched_fen bigint not null,
  damaged boolean not null
);

create index tucai_school_school on tucai_school (campaign, school);

-- Streams whose rows are still to be made: those of before these tables, and what a rebuild has not come to yet.
create table tucai_row_to_make (
  stream varchar(32) primary key,
  campaign varchar(64) not null,
  kind varchar(8) not null
);

create index tucai_row_to_make_campaign on tucai_row_to_make (campaign, stream);

insert into tucai_row_to_make (stream, campaign, kind)
select s.id, s.campaign, s.kind from stream s
 where s.kind in ('capture', 'school')
   and not exists (select 1 from event e where e.stream = s.id and e.sequence = s.head_sequence and e.type = 'Erased');

-- Photos get their numbers from a sequence, so that nobody waits for another's commit. A photo that was committed is compared once
-- more, with those that were not there when it was checked: found_bits is how near the nearest was then. Of those before this
-- table each was compared with all before it.
create sequence tucai_photo_number;
drop table handed_in_count;
alter table handed_in_photo add column found_bits integer default 0 not null;
