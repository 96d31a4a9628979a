-- What people did about records that could not be served. The records stay on their topic, which is only ever added to.
create table dead_letter_mark (
  letter_partition integer not null,
  letter_offset bigint not null,
  state text not null,
  marked_by text not null,
  marked_at timestamptz not null default now(),
  primary key (letter_partition, letter_offset)
);
