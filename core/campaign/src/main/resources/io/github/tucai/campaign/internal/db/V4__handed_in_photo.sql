-- What a later photo is compared with (A2.3.6): a keyed hash of the file's digest, so that having a file is not enough to find
-- it here, and the hash of the whole picture, which recognises pictures and nobody's face. Erasing a record takes its rows away.
create table handed_in_photo (
  stream varchar(32) not null,
  digest varchar(64) not null,
  campaign varchar(64) not null,
  number bigint not null,
  hash varchar(64),
  rejected boolean not null,
  primary key (stream, digest)
);

create index handed_in_photo_digest on handed_in_photo (campaign, digest);
create index handed_in_photo_number on handed_in_photo (campaign, number);

-- Numbers the photos of a campaign. Who adds one holds its row until the end, so two cannot be added past each other.
create table handed_in_count (
  campaign varchar(64) primary key,
  added bigint not null
);
