-- The log of commands and of readings becomes one table, chained by the database. docs/security/audit.md tells how to verify it.

-- One row per command and per reading of a subject's data, written in the transaction of the act.
alter table audit.entry
    add column kind       text not null default 'COMMAND',
    add column subject_id uuid,
    add column purpose    text,
    add column way        text,
    alter column action  drop not null,
    alter column object  drop not null,
    alter column outcome drop not null;
alter table audit.entry alter column kind drop default;

insert into audit.entry (kind, at, actor, subject_id, purpose, way)
select 'READ', at, actor, subject_id, purpose, way from audit.read_log order by id;
drop table audit.read_log;

alter table audit.entry add constraint entry_kind check (
    (kind = 'COMMAND' and num_nulls(action, object, outcome) = 0 and num_nonnulls(subject_id, purpose, way) = 0)
    or (kind = 'READ' and num_nulls(purpose, way) = 0 and num_nonnulls(action, object, outcome) = 0));

-- The auditor's search, newest first. What was done (an action, or the way of a reading) is compared in byte order, so that actions
-- and ways, which begin with a slash, stand apart.
create index entry_by_time on audit.entry (at, id);
create index entry_by_actor on audit.entry (actor, at, id);
create index entry_by_act on audit.entry ((coalesce(action, way) collate "C"), at, id);
create index entry_by_object on audit.entry (object, at, id) where object is not null;
create index entry_by_subject on audit.entry (subject_id, at, id) where subject_id is not null;

-- The chain: one total order over all entries. hash = sha256(previous hash, seq, canonical form of the entry). There is no foreign key
-- to the entry: it would be checked while every other commit waits, and whoever can delete an entry can drop a key as well.
create table audit.link (
    seq      bigint primary key check (seq > 0),
    entry_id bigint not null unique,
    previous bytea  not null check (octet_length(previous) = 32),
    hash     bytea  not null check (octet_length(hash) = 32)
);

-- Unambiguous: every field is its length in bytes, a colon, itself and a semicolon; a missing one is "~;". The time is counted in
-- microseconds since 1970. org.xincheng.audit.EntryHash does the same in Java.
create function audit.canonical_form(entry audit.entry) returns bytea
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    form  bytea := '';
    field text;
begin
    foreach field in array array[
        'xincheng-audit-1', entry.id::text, entry.kind, ((extract(epoch from entry.at) * 1000000)::bigint)::text, entry.actor,
        entry.action, entry.object, entry.outcome, entry.subject_id::text, entry.purpose, entry.way]
    loop
        form := form || case
            when field is null then '~;'::bytea
            else convert_to(octet_length(convert_to(field, 'UTF8')) || ':' || field || ';', 'UTF8')
        end;
    end loop;
    return form;
end
$$;

create function audit.append_link(entry audit.entry) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    form     bytea  := audit.canonical_form(entry);
    position bigint := 0;
    last     bytea  := decode(repeat('00', 32), 'hex');
    head     record;
begin
    -- Held until the transaction is over and seen by all: the next one continues from this link. A key of two numbers meets no other
    -- lock of the application, whose keys are single numbers.
    perform pg_advisory_xact_lock(7092, 1);
    select l.seq, l.hash into head from audit.link l order by l.seq desc limit 1;
    if head.seq is not null then
        position := head.seq;
        last := head.hash;
    end if;
    position := position + 1;
    insert into audit.link (seq, entry_id, previous, hash)
    values (position, entry.id, last, sha256(last || int8send(position) || form));
end
$$;

-- Runs as its owner, since the application may not write links, and at the commit, so that the one lock that all share is the last one
-- a transaction takes: no two can wait for each other.
create function audit.link_entry() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform audit.append_link(new);
    return null;
end
$$;

revoke all on function audit.canonical_form(audit.entry), audit.append_link(audit.entry), audit.link_entry() from public;

do $$
declare
    entry audit.entry;
begin
    for entry in select e.* from audit.entry e order by e.at, e.id loop
        perform audit.append_link(entry);
    end loop;
end
$$;

create constraint trigger link_entry after insert on audit.entry
    deferrable initially deferred
    for each row execute function audit.link_entry();
-- Also in a session that plays a replica, in which ordinary triggers rest.
alter table audit.entry enable always trigger link_entry;

-- Review of lookups (查询审查, WZ2022 (二十一)): a sample of readings is drawn by a recorded seed, and every one gets a verdict.
create table audit.review (
    id         bigint generated always as identity primary key,
    drawn_at   timestamptz not null,
    drawn_by   text        not null,
    first_day  date        not null,
    last_day   date        not null,
    actor      text,
    seed       text        not null,
    head_seq   bigint      not null,
    population bigint      not null,
    wanted     integer     not null check (wanted > 0),
    check (first_day <= last_day)
);

create table audit.review_item (
    review_id bigint  not null references audit.review,
    position  integer not null,
    entry_id  bigint  not null references audit.entry,
    primary key (review_id, position),
    unique (review_id, entry_id)
);

create table audit.review_verdict (
    review_id bigint      not null,
    position  integer     not null,
    verdict   text        not null check (verdict in ('COMPLIANT', 'DOUBTFUL', 'VIOLATION')),
    reason    text        not null,
    given_at  timestamptz not null,
    given_by  text        not null,
    primary key (review_id, position),
    foreign key (review_id, position) references audit.review_item
);

-- Of an entry the application gives everything but the number.
revoke all on audit.entry from xincheng_app;
grant select on audit.entry, audit.link to xincheng_app;
grant insert (kind, at, actor, action, object, outcome, subject_id, purpose, way) on audit.entry to xincheng_app;
grant select, insert on audit.review, audit.review_item, audit.review_verdict to xincheng_app;
