-- Where a record is listed now. What stream.school says was hashed into the beginning of its chain and never changes.
alter table stream add column listed varchar(16);
update stream set listed = school;
alter table stream alter column listed set not null;

create index stream_listed on stream (campaign, kind, listed);
drop index stream_school;
