-- Working-day calendars (工作日历) that the city loads at run time, on top of the tables that come with the application. Neither table
-- tells of a person.

-- One row per notice loaded, in the order of loading; the number of the newest is the version that every process compares.
create table credit.calendar_notice (
    id        bigint      generated always as identity primary key,
    year      integer     not null,
    document  text        not null,
    title     text        not null,
    issued    date        not null,
    remark    text        not null,
    loaded_at timestamptz not null,
    loaded_by text        not null
);

-- The days it names: off, or worked. A later notice's word about a day replaces an earlier one's.
create table credit.calendar_day (
    notice_id bigint not null references credit.calendar_notice,
    day       date   not null,
    kind      text   not null check (kind in ('OFF', 'WORK')),
    name      text   not null,
    primary key (notice_id, day)
);

-- The notice whose loading had the date counted anew; null where the case itself had it counted.
alter table credit.deadline add column calendar_notice bigint references credit.calendar_notice;
create index on credit.deadline (calendar_notice) where calendar_notice is not null;

grant select, insert on credit.calendar_notice, credit.calendar_day to xincheng_app;
