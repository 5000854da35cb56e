-- Which stream a photo of the vault belongs to. The row comes with the event that names the photo and before the photo itself,
-- so a photo without one belongs to nobody and is swept.
create table kept_photo (
  photo varchar(32) primary key,
  stream varchar(32) not null
);

create index kept_photo_stream on kept_photo (stream);

-- Streams of before this table, until their photos are in it; nothing is swept while one is left.
create table unlisted_stream (
  stream varchar(32) primary key
);

insert into unlisted_stream (stream) select s.id from stream s
  where s.kind = 'capture' and not exists (select 1 from event e where e.stream = s.id and e.type = 'Erased');

-- Where a clock that went back stood when somebody first looked at it.
alter table wrong_factor add column back_millis bigint;
