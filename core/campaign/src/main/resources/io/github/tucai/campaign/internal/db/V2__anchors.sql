-- Anchors of the audit log: each hashes the heads that moved since the one before, and that one.
create table anchor (
  number integer primary key,
  taken varchar(32) not null,
  streams integer not null,
  events bigint not null,
  algorithm varchar(16) not null,
  hash varchar(64) not null,
  signer varchar(8) not null,
  signature varchar(128) not null
);

create table anchor_head (
  stream varchar(32) not null,
  sequence integer not null,
  hash varchar(64) not null,
  anchor integer not null,
  primary key (stream, sequence)
);
