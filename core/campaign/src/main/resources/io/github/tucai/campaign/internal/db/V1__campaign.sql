-- One stream of events for each record and each school of a campaign. The lookup is an HMAC, so that the table names nobody.
create table stream (
  id varchar(32) primary key,
  campaign varchar(64) not null,
  kind varchar(8) not null,
  lookup varchar(64) not null,
  school varchar(16) not null,
  head_sequence integer not null,
  head_hash varchar(64) not null,
  constraint stream_lookup unique (campaign, kind, lookup)
);

create index stream_school on stream (campaign, kind, school);

-- The data key of each stream, wrapped by the key-encryption key. Deleting the row erases the person and keeps the chain.
create table stream_key (
  stream varchar(32) primary key,
  kek varchar(64) not null,
  wrapped bytea not null
);

-- The audit log. Rows are only ever added: (stream, sequence) is the optimistic lock and the link of the chain.
create table event (
  stream varchar(32) not null,
  sequence integer not null,
  type varchar(40) not null,
  schema_version integer not null,
  happened varchar(32) not null,
  actor varchar(100) not null,
  payload bytea not null,
  algorithm varchar(16) not null,
  hash varchar(64) not null,
  primary key (stream, sequence)
);

create table delivery (
  stream varchar(32) not null,
  version integer not null,
  delivery_key varchar(64) not null,
  status varchar(12) not null,
  attempts integer not null,
  detail varchar(500) not null,
  bundle bytea,
  primary key (stream, version)
);

create index delivery_status on delivery (status);

-- The table of db-scheduler 16.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
