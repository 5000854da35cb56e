-- Keys that belong to no stream, wrapped by the key-encryption key.
create table service_key (
  id varchar(16) primary key,
  kek varchar(64) not null,
  wrapped bytea not null
);

-- Photos of erased records that the vault has still to forget.
create table photo_to_erase (
  photo varchar(64) primary key
);
