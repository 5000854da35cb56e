-- All money that came in for a campaign, students' and schools' together, by a keyed hash of its reference, so that each comes
-- once. Rows are made from events in their transaction. They outlive an erased record, naming nobody: its money can go back.
create table payment_booking (
  lookup varchar(64) primary key,
  campaign varchar(64) not null,
  stream varchar(32) not null,
  amount_fen bigint not null,
  status varchar(10) not null
);

create index payment_booking_status on payment_booking (campaign, status);

-- Campaigns whose older events were looked through for payments.
create table payment_booking_filled (
  campaign varchar(64) primary key
);
