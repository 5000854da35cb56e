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
