-- Records whose product waits to be sealed for the registry. Written in the transaction of the event, so that no failure after
-- it is forgotten; whoever seals takes the row away. Pauses are real time.
create table to_seal (
  stream varchar(32) primary key,
  campaign varchar(64) not null,
  events integer not null,
  due_millis bigint not null,
  attempts integer not null,
  cause varchar(100) not null
);

create index to_seal_due on to_seal (campaign, due_millis);

-- What an older version left unsealed is among all records: each is looked at once.
insert into to_seal (stream, campaign, events, due_millis, attempts, cause)
select s.id, s.campaign, 0, 0, 0, ''
  from stream s
 where s.kind = 'capture' and exists (select 1 from stream_key k where k.stream = s.id);

-- Whether a delivery was handed to the transport: from then on the registry may have it. Of older ones nobody knows.
alter table delivery add column handed boolean default true not null;

-- Deliveries that were handed over, are not to be sent now, and have no answer: taken back where they lie, and their answers
-- read. The row outlives an erased record, so that its file leaves too.
create table unanswered_delivery (
  stream varchar(32) not null,
  version integer not null,
  campaign varchar(64) not null,
  delivery_key varchar(64) not null,
  since_millis bigint not null,
  due_millis bigint not null,
  looks integer not null,
  primary key (stream, version)
);

create index unanswered_delivery_due on unanswered_delivery (campaign, due_millis);

insert into unanswered_delivery (stream, version, campaign, delivery_key, since_millis, due_millis, looks)
select d.stream, d.version, s.campaign, d.delivery_key, 0, 0, 0
  from delivery d join stream s on s.id = d.stream
 where d.status in ('WAITING', 'WITHDRAWN', 'SUPERSEDED');

-- What the registry is told about deliveries that must not stand; as the table of deliveries.
create table withdrawal (
  stream varchar(32) not null,
  version integer not null,
  delivery_key varchar(64) not null,
  status varchar(12) not null,
  attempts integer not null,
  detail varchar(500) not null,
  bundle bytea,
  handed boolean not null,
  primary key (stream, version)
);

create index withdrawal_status on withdrawal (status);
