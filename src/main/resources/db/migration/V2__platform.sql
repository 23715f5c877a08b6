-- What the platform itself keeps. Flyway has made the schema: its own table lives there.

-- How far the demo's clock runs ahead of the real one. One row; never used outside the demo profile.
create table platform.demo_clock (
    id            smallint primary key default 1 check (id = 1),
    offset_millis bigint   not null
);

grant usage on schema platform to xincheng_app;
grant select, insert, update on platform.demo_clock to xincheng_app;
